import Patterns

/// Regular expressions of the model; one that does not compile fits nothing.
enum Expression {
  static func found(_ source: String, in bytes: [UInt8], _ options: Pattern.Options) -> Bool {
    firstMatch(of: source, in: bytes, options) != nil
  }

  static func firstMatch(
    of source: String, in bytes: [UInt8], _ options: Pattern.Options
  ) -> Match? {
    guard let pattern = try? Pattern(source, options) else { return nil }
    return pattern.firstMatch(in: bytes)
  }
}
