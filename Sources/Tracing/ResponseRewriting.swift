import Routing

extension ResponseRewrite {
  /// The Location with another beginning; nil where it begins otherwise.
  ///
  /// A path that comes of it becomes an address of the host asked for, as nginx makes of all that it
  /// has replaced.
  func rewritten(location text: String, _ received: ReceivedRequest) -> String? {
    guard let new = location?.replacing(beginningOf: text) else { return nil }
    guard new.hasPrefix("/"), let completion else { return new }
    let scheme = received.request.scheme.rawValue
    return "\(scheme)://\(received.hostName)\(completion.text(scheme: scheme))\(new)"
  }

  /// The Refresh whose address has another beginning; nil where it has none, or begins otherwise.
  func rewritten(refresh text: String) -> String? {
    let lower = ASCII.lower(text)
    guard let range = lower.firstRange(of: "url=") else { return nil }
    // Letter case changes no length, so the place is the same in both texts.
    let head = String(
      decoding: text.utf8.prefix(lower[..<range.upperBound].utf8.count), as: UTF8.self)
    let address = String(decoding: text.utf8.dropFirst(head.utf8.count), as: UTF8.self)
    return location?.replacing(beginningOf: address).map { head + $0 }
  }

  /// The cookie with another Domain or another beginning of Path, its parts with one blank between
  /// them; nil where it has neither (`ngx_http_proxy_rewrite_cookie`).
  func rewritten(cookie text: String) -> String? {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map { CookiePart($0) }
    guard parts.first?.value != nil else { return nil }
    var isChanged = false
    for index in parts.indices.dropFirst() {
      guard let value = parts[index].value, let new = rewritten(value, of: parts[index].name)
      else { continue }
      parts[index].value = new
      isChanged = true
    }
    return isChanged ? parts.map(\.text).joined(separator: "; ") : nil
  }

  private func rewritten(_ value: String, of attribute: String) -> String? {
    switch ASCII.lower(attribute) {
    case "domain": cookieDomain?.replacing(domain: value)
    case "path": cookiePath?.replacing(beginningOf: value)
    case _: nil
    }
  }
}

extension ResponseRewrite.Pair {
  fileprivate func replacing(beginningOf text: String) -> String? {
    text.hasPrefix(from) ? to + text.dropFirst(from.count) : nil
  }

  /// Letter case does not matter, nor a dot in front, which stays (`ngx_http_proxy_cookie_domain`).
  fileprivate func replacing(domain text: String) -> String? {
    let bare = withoutDots
    guard ASCII.lower(text.withoutDot) == ASCII.lower(bare.from) else { return nil }
    return (text.hasPrefix(".") ? "." : "") + bare.to
  }
}

/// One of the parts of a cookie between semicolons: the cookie itself, or an attribute.
private struct CookiePart {
  var name: String
  /// Nil where there is no `=`.
  var value: String?

  init(_ text: Substring) {
    func trimmed(_ text: Substring) -> String {
      var text = text.drop { $0 == " " }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
    let words = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = trimmed(words[0])
    value = words.count > 1 ? trimmed(words[1]) : nil
  }

  var text: String { value.map { "\(name)=\($0)" } ?? name }
}
