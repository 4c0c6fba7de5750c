/// Whether RE2, the regular expressions of Envoy, takes a pattern.
package enum RE2Verdict: Hashable, Sendable {
  case accepted(RE2Reading)
  case refused(RE2Problem)

  /// Reads a pattern as RE2 with its default options does (`re2/parse.cc`).
  package init(_ pattern: String) {
    var parser = RE2Parser(pattern)
    do {
      self = .accepted(try parser.parse())
    } catch {
      self = .refused(error)
    }
  }
}

/// What RE2 makes of a pattern that it takes.
package struct RE2Reading: Hashable, Sendable {
  /// About how many instructions the compiled program has.
  package var programSize: Int
  /// The constructs that PCRE takes too but understands differently, in the order of the text.
  package var differences: [RE2Difference]
  /// The same expression written for PCRE2.
  var translation: String

  /// The size above which Envoy refuses a pattern: Istio's `re2.max_program_size.error_level`.
  package static let istioProgramLimit = 32_768

  /// Whether Envoy as Istio configures it refuses the pattern for its size.
  package var isTooLargeForIstio: Bool { programSize > Self.istioProgramLimit }
}

/// The first construct of a pattern that RE2 refuses.
package struct RE2Problem: Error, Hashable, Sendable {
  package var construct: RE2Construct
  /// Where it begins, in bytes from the start of the pattern.
  package var offset: Int
  /// The construct as written.
  package var text: String
}

extension RE2Problem: CustomStringConvertible {
  /// The problem for people, for example ``look-ahead `(?=` at offset 3``.
  package var description: String { "\(construct.rawValue) `\(text)` at offset \(offset)" }
}

/// A construct that PCRE and RE2 both take and understand differently.
package struct RE2Difference: Hashable, Sendable {
  package var meaning: RE2Meaning
  /// Where it stands, in bytes from the start of the pattern.
  package var offset: Int
}
