/// A regular expression that compiles.
///
/// It is a plain value that carries the compiled code as bytes, so that nothing has to be shared or
/// freed by its owner.
package struct Pattern: Sendable {
  /// How the expression is read and applied.
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Letters fit their other case.
    package static let caseless = Options(rawValue: 1)
    /// The match begins at the start of the subject.
    package static let anchored = Options(rawValue: 2)
    /// The match covers the whole subject.
    package static let whole = Options(rawValue: 4)
    /// `.` also fits a line feed.
    package static let dotAll = Options(rawValue: 8)
    /// The pattern is RE2's: its syntax and meaning, over UTF-8; what RE2 refuses does not compile.
    package static let re2 = Options(rawValue: 16)
  }

  /// The expression as written.
  package let source: String
  package let options: Options
  /// The compiled code, in a form that can be copied.
  private let code: [UInt8]

  /// Checks that the expression compiles with PCRE2; nginx compiles without UTF, byte by byte.
  package init(_ source: String, _ options: Options = []) throws(PatternError) {
    self.source = source
    self.options = options
    code = try CompiledPattern(try Self.compilable(source, options), options).bytes()
  }

  /// Whether the pattern fits the subject; a search that was given up does not fit.
  package func matches(_ subject: String) -> Bool { matches(Array(subject.utf8)) }

  /// Whether the pattern fits the bytes.
  package func matches(_ subject: [UInt8]) -> Bool { firstMatch(in: subject) != nil }

  /// The first place that the pattern fits; nil for none and for a search that was given up.
  package func firstMatch(in subject: String) -> Match? { firstMatch(in: Array(subject.utf8)) }

  /// The first place in the bytes that the pattern fits.
  package func firstMatch(in subject: [UInt8]) -> Match? {
    guard case .found(let match) = search(subject) else { return nil }
    return match
  }

  /// Looks for the pattern from an offset on, and tells giving up from not finding.
  package func search(_ subject: [UInt8], from offset: Int = 0) -> Search {
    guard let compiled = CompiledPattern(bytes: code) else { return .givenUp }
    return compiled.search(subject, from: offset)
  }
}

extension Pattern: Hashable {
  /// Two patterns are the same when text and options are: the code follows from them.
  package static func == (left: Pattern, right: Pattern) -> Bool {
    left.source == right.source && left.options == right.options
  }

  /// Hashes what makes patterns the same.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(options)
  }
}
