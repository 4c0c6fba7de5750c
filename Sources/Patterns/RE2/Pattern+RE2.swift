extension Pattern {
  /// The text that PCRE2 compiles: for RE2 patterns the same expression in PCRE2's words.
  static func compilable(
    _ source: String, _ options: Options
  ) throws(PatternError) -> String {
    guard options.contains(.re2) else { return source }
    switch RE2Verdict(source) {
    case .accepted(let reading): return reading.translation
    case .refused(let problem):
      throw PatternError(
        message: "RE2 does not take \(problem.construct.rawValue)", offset: problem.offset)
    }
  }
}
