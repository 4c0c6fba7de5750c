import Patterns

/// Makes Istio's order of expressions, longest text first, that of the given paths.
///
/// Where two of one length could match one request, the first gets groups that match nothing. Paths
/// whose literal beginnings part never meet, and stay as they are.
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
  /// The beginnings of the paths of just this length.
  private var beginnings = Beginnings()

  /// Takes the path that comes before all others so far, and says how many groups it needs.
  mutating func take(_ path: String) -> Int {
    let own = path.utf8.count
    let beginning = literalBeginning(of: path)
    if own == length, beginnings.insert(beginning) { return 0 }
    let groups = own > length ? 0 : (length - own) / noOperation.utf8.count + 1
    length = own + groups * noOperation.utf8.count
    beginnings = Beginnings()
    // A padded path is followed by nothing of its length: its own beginning says nothing there.
    _ = beginnings.insert(groups == 0 ? beginning : "")
    return groups
  }
}

/// Texts none of which begins another.
private struct Beginnings {
  private var whole: Set<Substring> = []
  private var parts: Set<Substring> = []

  /// Adds a text; false where it begins another, or another begins it.
  mutating func insert(_ text: String) -> Bool {
    let starts = text.indices.map { text[..<$0] } + [text[...]]
    guard !parts.contains(text[...]), !starts.contains(where: whole.contains) else { return false }
    whole.insert(text[...])
    parts.formUnion(starts)
    return true
  }
}

/// What every path that the expression matches begins with, lower case.
func literalBeginning(of expression: String) -> String {
  guard !topLevelAlternation(in: expression) else { return "" }
  let metacharacters = #"\^$.|?*+()[]{}"#
  let literal = expression.prefix { !metacharacters.contains($0) }
  let next = expression[literal.endIndex...].first
  let isRepeated = next.map { "?*{".contains($0) } ?? false
  return (isRepeated ? literal.dropLast() : literal).lowercased()
}
