import Patterns

/// The regular expressions that Envoy's engine takes.
enum RE2 {
  static func accepts(_ text: String) -> Bool {
    (try? Pattern(text, .re2)) != nil && !text.contains("(?!") && !text.contains("(?=")
      && !text.contains("(?<!") && !text.contains("(?<=")
  }
}
