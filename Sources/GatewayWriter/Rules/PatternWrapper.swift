import Patterns

/// Turns nginx's `location ~* "^P"` into an expression that fits the whole path, for all paths of a
/// host in the same way, so that the order by length stays.
struct PatternWrapper {
  private let prefix: String
  private let suffix = ").*"

  /// Chooses the form for a host: an alternative at the top of one path is not bound by the `^`.
  init(for texts: [String]) {
    let isOpen = texts.contains(where: topLevelAlternation)
    prefix = isOpen ? "(?is).*(?:^" : "(?is)(?:^"
  }

  func wrap(_ text: String) -> String { prefix + text + suffix }

  /// What RE2 cannot say in a path; nil where it can say all.
  func problem(in text: String) -> String? {
    rejection(of: wrap(text))
  }
}

/// Makes each text longer than the next, by groups that match nothing: Istio tries the longest
/// first, and equal ones by the age of their objects.
func strictlyDescending(_ texts: [String]) -> [String] {
  let noOperation = "(?:)"
  var padded = texts
  for index in texts.indices.dropLast().reversed() {
    let missing = padded[index + 1].utf8.count - padded[index].utf8.count
    guard missing >= 0 else { continue }
    padded[index] += String(
      repeating: noOperation, count: missing / noOperation.utf8.count + 1)
  }
  return padded
}
