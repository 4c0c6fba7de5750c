import Patterns
import Routing

extension Passage {
  /// Makes the path that the backend sees; nginx may end here with a redirect or 500.
  mutating func rewritePath(_ rewrite: PathRewrite, of route: Route) -> Answer? {
    if case .captures(let pattern, let target) = rewrite {
      return capture(CaptureRewrite(pattern: pattern, target: target), of: route)
    }
    let path = rewrite.path(for: received, matched: route.path, trimsSlash: true)
    forward(path, received.target.query, of: route)
    return nil
  }

  /// Sets `X-Forwarded-Prefix` with the groups of the last rewrite.
  mutating func tell(prefix: String) {
    let value = captures.map { CaptureRewrite.filled(prefix, $0) } ?? prefix
    upstreamHeaders.replace(Header("x-forwarded-prefix", value))
  }

  private mutating func capture(_ rewrite: CaptureRewrite, of route: Route) -> Answer? {
    captures = received.expressions.firstMatch(
      of: rewrite.pattern, in: received.target.path, .caseless)
    switch rewrite.applied(to: received.target, received.expressions) {
    case .untouched: return nil
    case .path(let path, let query):
      forward(PercentEncoding.path(path), query, of: route)
      return nil
    case .location(let location):
      let text = String(decoding: location, as: UTF8.self)
      return answered(302, location: text, Step("rewrites to \(text): 302", route.origin))
    case .empty:
      return answered(500, Step("rewrites to an empty path: 500", route.origin))
    }
  }

  private mutating func forward(_ path: [UInt8], _ query: [UInt8]?, of route: Route) {
    forwarded = path + (query.map { [ASCII.question] + $0 } ?? [])
    steps.append(
      Step("rewrites the path to \(String(decoding: path, as: UTF8.self))", route.origin))
  }
}

extension PathRewrite {
  /// The new path, without the query.
  ///
  /// Istio ignores a final `/` of a new prefix and lets a lone `/` strip the prefix in rewrites
  /// (`trimsSlash`), but not in redirects.
  func path(for received: ReceivedRequest, matched: PathMatch, trimsSlash: Bool) -> [UInt8] {
    let path = received.target.path
    switch self {
    case .full(let text): return Array(text.utf8)
    case .prefix(let text):
      let rest = path.dropFirst(matched.matchedLength(of: path))
      guard trimsSlash else { return Array(text.utf8) + rest }
      if text.isEmpty || text == "/" { return [ASCII.slash] + Self.withoutFirstSlash(rest) }
      return Array((text.hasSuffix("/") ? text.dropLast() : text[...]).utf8) + rest
    case .captures: return path
    case .substitution(let pattern, let replacement):
      return Substitution(pattern: pattern, replacement: replacement).applied(
        to: path, received.expressions)
    }
  }

  private static func withoutFirstSlash(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest.first == ASCII.slash ? rest.dropFirst() : rest
  }
}
