/// Why a text is no pattern.
package struct PatternError: Error, Hashable, Sendable {
  /// What is wrong, in PCRE2's words.
  package var message: String
  /// Where, in bytes from the start of the pattern.
  package var offset: Int
}

extension PatternError: CustomStringConvertible {
  /// The reason and its place, for example `missing closing parenthesis at offset 4`.
  package var description: String { "\(message) at offset \(offset)" }
}
