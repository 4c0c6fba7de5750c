import Routing

/// The keys by which Istio sorts the routes of a host (`sortHTTPRoutes`), greatest first.
struct RouteOrder {
  private let keys: [Int]

  init(_ path: PathMatch, _ conditions: [Condition]) {
    var methods = 0
    var headers = 0
    var queries = 0
    for condition in conditions {
      switch condition {
      case .method: methods += 1
      case .header, .cookie, .session: headers += 1
      case .query: queries += 1
      }
    }
    keys = [path.rank, path.length, methods, headers, queries]
  }

  /// Whether this one is tried before the other; false for equals, which keep their order.
  func precedes(_ other: RouteOrder) -> Bool {
    other.keys.lexicographicallyPrecedes(keys)
  }
}

extension PathMatch {
  /// `getURIRank`: exact, then prefix, then regular expression.
  fileprivate var rank: Int {
    switch self {
    case .exact: 3
    case .prefix, .text: 2
    case .pattern: 1
    }
  }

  /// `getURILength`: the bytes as written, of a regular expression too.
  fileprivate var length: Int {
    switch self {
    case .exact(let text), .prefix(let text), .text(let text): text.utf8.count
    case .pattern(let pattern): pattern.text.utf8.count
    }
  }
}
