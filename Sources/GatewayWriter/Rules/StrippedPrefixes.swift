import Routing

/// Which expressions of a host may become the prefix that their rewrite replaces.
///
/// Istio asks prefixes before expressions, longest first; so an expression may leave the others only
/// where none that nginx asks before it can take a path below the prefix.
struct StrippedPrefixes {
  /// The literal beginnings of the expressions so far, and the beginnings of these up to a `/`.
  private var beginnings: Set<String> = []
  private var parents: Set<Substring> = []
  private var stripped: Set<String> = []

  /// The prefix that the next route of the host becomes; nil where it stays an expression.
  mutating func prefix(of route: Route) -> String? {
    guard let prefix = route.replacedPrefix else { return nil }
    let key = prefix.lowercased()
    guard !parents.contains(key[...]), !beginnings.contains(key) else { return nil }
    let starts = key.indices.map { String(key[..<$0]) }
    guard !starts.contains(where: beginnings.contains),
      !(starts + [key]).contains(where: stripped.contains)
    else { return nil }
    stripped.insert(key)
    return prefix
  }

  /// Notes an expression that stays one.
  mutating func note(_ expression: String) {
    let beginning = literalBeginning(of: expression)
    guard beginnings.insert(beginning).inserted else { return }
    for index in beginning.indices where beginning[index] == "/" {
      parents.insert(beginning[..<index])
    }
  }
}

extension Route {
  /// The prefix that the route's rewrite replaces, and that may stand in a match.
  fileprivate var replacedPrefix: String? {
    for behaviour in behaviours {
      guard case .rewritePath(.captures(let pattern, let target)) = behaviour,
        target.hasPrefix("/"),
        case .prefix(let prefix) = CaptureShape(pattern: pattern, target: target).effect,
        isReachable(prefix.beginning), prefix.beginning.utf8.allSatisfy(isPlainPathByte),
        prefix.beginning.utf8.count <= 1024, prefix.replacement.utf8.allSatisfy(isPlainPathByte)
      else { continue }
      return prefix.beginning
    }
    return nil
  }
}
