import Patterns

/// nginx's `rewrite "(?i)pattern" target break`.
struct CaptureRewrite {
  /// What a rewrite comes to.
  enum Result: Hashable {
    /// The pattern is not found: the request goes on as it is.
    case untouched
    /// The new path, not yet encoded, and the new query.
    case path([UInt8], query: [UInt8]?)
    /// The target names a scheme: nginx answers 302 with this Location.
    case location([UInt8])
    /// Nothing is left of the path: nginx answers 500.
    case empty
  }

  let pattern: String
  let target: String

  func applied(to request: RequestTarget, _ expressions: Expressions) -> Result {
    guard let match = expressions.firstMatch(of: pattern, in: request.path, .caseless) else {
      return .untouched
    }
    let isRedirect = ["http://", "https://", "$scheme"].contains { target.hasPrefix($0) }
    let filled = fill(match, request, isRedirect: isRedirect)
    if isRedirect {
      let written = filled.path + (filled.query.map { [ASCII.question] + $0 } ?? [])
      return .location(PercentEncoding.withoutNeedless(written) + added(filled, request))
    }
    return filled.path.isEmpty ? .empty : .path(filled.path, query: query(filled, request))
  }

  /// The Location of a redirect whose expression counts letter case; nil where it is not found.
  func location(_ request: RequestTarget, _ expressions: Expressions) -> [UInt8]? {
    guard let match = expressions.firstMatch(of: pattern, in: request.path, []) else { return nil }
    let filled = fill(match, request, isRedirect: true)
    let written = filled.path + (filled.query.map { [ASCII.question] + $0 } ?? [])
    return PercentEncoding.withoutNeedless(written) + added(filled, request)
  }

  /// What a Location gets of the request's query.
  private func added(_ filled: Filled, _ request: RequestTarget) -> [UInt8] {
    guard !target.hasSuffix("?"), let sent = request.query, !sent.isEmpty else { return [] }
    return (filled.query == nil ? [ASCII.question] : [UInt8(ascii: "&")]) + sent
  }

  /// The query of the target comes first, the request's after `&`; a final `?` drops the request's.
  ///
  /// Without any text there is no `?` either.
  private func query(_ filled: Filled, _ request: RequestTarget) -> [UInt8]? {
    let sent = target.hasSuffix("?") ? [] : request.query ?? []
    let ampersand = filled.query == nil || sent.isEmpty ? [] : [UInt8(ascii: "&")]
    let query = (filled.query ?? []) + ampersand + sent
    return query.isEmpty ? nil : query
  }

  private struct Filled {
    var path: [UInt8] = []
    var query: [UInt8]?

    mutating func append(_ bytes: [UInt8]) {
      if query == nil { path += bytes } else { query? += bytes }
    }
  }

  /// Captures are encoded in queries and Locations, if the request had anything encoded.
  private func fill(_ match: Match, _ request: RequestTarget, isRedirect: Bool) -> Filled {
    var filled = Filled()
    var rest = Array((target.hasSuffix("?") ? String(target.dropLast()) : target).utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), let group = Self.group(&rest) {
        let text = match.bytes(of: group)
        let isEncoded = request.encodesCaptures && (isRedirect || filled.query != nil)
        filled.append(isEncoded ? PercentEncoding.argument(text) : text)
      } else if byte == ASCII.question, filled.query == nil {
        filled.query = []
      } else {
        filled.append([byte])
      }
    }
    return filled
  }

  /// A text with the groups of a match filled in.
  static func filled(_ text: String, _ match: Match) -> String {
    var filled: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), let group = Self.group(&rest) {
        filled += match.bytes(of: group)
      } else {
        filled.append(byte)
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  /// The number after `$`, one digit as in nginx, also in braces.
  private static func group(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = UInt8(ascii: "1")...UInt8(ascii: "9")
    let body = rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest
    guard let digit = body.first, digits.contains(digit) else { return nil }
    let isBraced = body.startIndex != rest.startIndex
    if isBraced, body.dropFirst().first != UInt8(ascii: "}") { return nil }
    rest = body.dropFirst(isBraced ? 2 : 1)
    return Int(digit - UInt8(ascii: "0"))
  }
}
