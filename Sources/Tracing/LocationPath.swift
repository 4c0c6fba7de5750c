import Routing

/// Path and query that a redirect names.
struct LocationPath {
  let text: String

  init(_ parts: RedirectParts, _ received: ReceivedRequest, _ matched: PathMatch) {
    let target = received.target
    let bytes: [UInt8]
    if let rewrite = parts.path {
      bytes = Self.rewritten(rewrite, parts, received, matched)
    } else if parts.keepsQuery {
      bytes = target.forwarded
    } else {
      bytes = Array(target.forwarded.prefix { $0 != ASCII.question })
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A query in the new path wins over the request's (Envoy's `path_redirect`).
  private static func rewritten(
    _ rewrite: PathRewrite, _ parts: RedirectParts, _ received: ReceivedRequest,
    _ matched: PathMatch
  ) -> [UInt8] {
    let target = received.target
    let path = rewrite.path(for: received, matched: matched, trimsSlash: false)
    guard parts.keepsQuery else { return path }
    switch received.reading.proxy {
    case .nginx: return PercentEncoding.path(path) + query(target)
    case .envoy: return path.contains(ASCII.question) ? path : path + query(target)
    }
  }

  private static func query(_ target: RequestTarget) -> [UInt8] {
    target.query.map { [ASCII.question] + $0 } ?? []
  }
}
