/// How much is looked at before a verdict says what was not.
package struct Budget: Hashable, Sendable {
  /// The most joint states of all path patterns of one host and scheme.
  package var states: Int
  /// The most combinations of headers, cookies, methods and so on of one class of paths.
  package var combinations: Int

  package init(states: Int = 50_000, combinations: Int = 4_096) {
    self.states = states
    self.combinations = combinations
  }
}
