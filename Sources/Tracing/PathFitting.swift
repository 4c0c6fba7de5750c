import Routing

extension PathMatch {
  /// Whether a normalised path is one of those that a route takes.
  func fits(_ path: [UInt8], _ expressions: Expressions) -> Bool {
    switch self {
    case .exact(let text): path.elementsEqual(text.utf8)
    case .prefix(let prefix): Self.path(path, isBelow: Self.bare(prefix))
    case .text(let text): path.starts(with: text.utf8)
    case .pattern(let pattern):
      expressions.found(pattern.source, in: path, pattern.options)
    }
  }

  /// The bytes at the start of a path that a prefix rewrite replaces (Envoy's `prefix_rewrite`).
  func matchedLength(of path: [UInt8]) -> Int {
    switch self {
    case .prefix(let prefix): prefix == "/" ? 1 : Self.bare(prefix).utf8.count
    case .text(let text): text.utf8.count
    case .exact, .pattern: path.count
    }
  }

  private static func path(_ path: [UInt8], isBelow prefix: Substring) -> Bool {
    guard path.starts(with: prefix.utf8) else { return false }
    let next = path.dropFirst(prefix.utf8.count).first
    return next == nil || next == ASCII.slash
  }

  /// The prefix without a final `/`, which means nothing to whole elements.
  private static func bare(_ prefix: String) -> Substring {
    prefix.hasSuffix("/") ? prefix.dropLast() : prefix[...]
  }
}
