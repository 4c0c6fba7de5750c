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

  /// What a text has to contain to fit an expression as a whole: `(?s:.*)(?:this)(?s:.*)`; nil for
  /// another form, and where RE2 does not take it.
  static func sought(by expression: String) -> String? {
    let (beginning, end) = ("(?s:.*)(?:", ")(?s:.*)")
    guard expression.hasPrefix(beginning), expression.hasSuffix(end),
      expression.utf8.count > beginning.utf8.count + end.utf8.count
    else { return nil }
    let inner = String(expression.dropFirst(beginning.count).dropLast(end.count))
    return refusal(of: inner) == nil && refusal(of: expression) == nil ? inner : nil
  }
}
