import Routing

extension ReceivedRequest {
  /// Whether all conditions hold.
  func fits(_ conditions: [Condition]) -> Bool { conditions.allSatisfy(fits) }

  private func fits(_ condition: Condition) -> Bool {
    switch condition {
    case .method(let method): request.method == method
    case .header(let name, let match): match.fits(headerValue(name), expressions)
    case .query(let name, let match): match.fits(target.parameter(name), expressions)
    case .cookie(let name, let value): headers.cookie(name) == value
    case .session(let backend): request.sessionOf == backend.description
    }
  }

  /// Host is a header too, though requests carry it apart.
  func headerValue(_ name: String) -> String? {
    let lower = ASCII.lower(name)
    if lower == "host" || lower == ":authority" { return authority }
    if lower == ":method" { return request.method }
    return headers.value(of: name)
  }
}

extension RequestTarget {
  /// The first value of a query parameter, as sent: neither proxy decodes it.
  func parameter(_ name: String) -> String? {
    guard let query else { return nil }
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let key = pair.prefix { $0 != UInt8(ascii: "=") }
      guard key.elementsEqual(name.utf8) else { continue }
      return String(decoding: pair.dropFirst(key.count + 1), as: UTF8.self)
    }
    return nil
  }
}

extension ValueMatch {
  /// Whether a value, nil for none, is what is asked for.
  func fits(_ value: String?, _ expressions: Expressions) -> Bool {
    guard let value else { return false }
    if let (source, options) = expression {
      return expressions.found(source, in: Array(value.utf8), options)
    }
    return self == .present || self == .exact(value)
  }
}
