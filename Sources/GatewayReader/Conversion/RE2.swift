import Patterns

/// The regular expressions that Envoy takes.
enum RE2 {
  /// Why Envoy as Istio configures it refuses an expression; nil where it takes it.
  static func refusal(of expression: String) -> String? {
    switch RE2Verdict(expression) {
    case .accepted(let reading):
      reading.isTooLargeForIstio ? "The expression `\(expression)` is too large for Envoy." : nil
    case .refused(let problem):
      "RE2 does not take the expression `\(expression)`: \(problem)."
    }
  }
}
