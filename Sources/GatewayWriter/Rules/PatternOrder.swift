/// Makes Istio's order of expressions, longest text first, that of the given paths.
///
/// Where two could match one request and the first is not the longer one already, it gets groups
/// that match nothing. Literal paths of one length that differ never meet and stay as they are.
///
/// - Returns: how many such groups each path needs.
func paddings(_ paths: [String]) -> [Int] {
  var paddings = Array(repeating: 0, count: paths.count)
  var run = Run()
  for index in paths.indices.reversed() {
    paddings[index] = run.take(paths[index])
  }
  return paddings
}

/// A group that matches nothing and makes an expression longer.
let noOperation = "(?:)"

/// The paths before which the next one, going backwards, has to come.
private struct Run {
  private var length = -1
  /// The literal paths of just this length; nil where something else has it.
  private var literals: Set<String>? = []

  /// Takes the path that comes before all others so far, and says how many groups it needs.
  mutating func take(_ path: String) -> Int {
    let own = path.utf8.count
    let literal = isLiteral(path) ? path.lowercased() : nil
    if own == length, let literal, literals?.insert(literal).inserted ?? false { return 0 }
    let groups = own > length ? 0 : (length - own) / noOperation.utf8.count + 1
    length = own + groups * noOperation.utf8.count
    literals = groups == 0 ? literal.map { [$0] } : nil
    return groups
  }

  private func isLiteral(_ path: String) -> Bool {
    !path.utf8.contains { #"\^$.|?*+()[]{}"#.utf8.contains($0) }
  }
}
