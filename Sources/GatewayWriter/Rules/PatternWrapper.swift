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
