/// A class with a name: Perl's letters or POSIX's words, ASCII only.
struct RE2NamedClass {
  /// The class as PCRE2 writes it inside brackets.
  let text: String
  let isNegated: Bool
  private let members: [ClosedRange<UInt8>]

  /// `\d`, `\s`, `\w` and their opposites; nil for any other letter.
  init?(perl letter: Unicode.Scalar) {
    let lower = letter.properties.lowercaseMapping
    guard letter.isASCII, let members = Self.perl[lower] else { return nil }
    self.members = members
    isNegated = String(letter) != lower
    // PCRE2's `\s` has the vertical tab, RE2's has not.
    text = lower == "s" ? (isNegated ? Self.notSpace : "\\t\\n\\f\\r\\x20") : "\\\(letter)"
  }

  /// The class of `[:name:]` or `[:^name:]`; nil for an unknown name.
  init?(posix name: String) {
    isNegated = name.hasPrefix("^")
    guard let members = Self.posix[isNegated ? String(name.dropFirst()) : name] else { return nil }
    self.members = members
    text = "[:\(name):]"
  }

  func contains(_ byte: UInt8) -> Bool { members.contains { $0.contains(byte) } }

  private static let notSpace = "\\x00-\\x08\\x0b\\x0e-\\x1f\\x21-\\x{10ffff}"
  private static let digit: [ClosedRange<UInt8>] = [0x30...0x39]
  private static let upper: [ClosedRange<UInt8>] = [0x41...0x5a]
  private static let lower: [ClosedRange<UInt8>] = [0x61...0x7a]
  private static let word: [ClosedRange<UInt8>] = digit + upper + [0x5f...0x5f] + lower

  private static let perl: [String: [ClosedRange<UInt8>]] = [
    "d": digit, "w": word, "s": [0x09...0x0a, 0x0c...0x0d, 0x20...0x20],
  ]

  private static let posix: [String: [ClosedRange<UInt8>]] = [
    "alnum": digit + upper + lower, "alpha": upper + lower, "ascii": [0x00...0x7f],
    "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0x00...0x1f, 0x7f...0x7f], "digit": digit,
    "graph": [0x21...0x7e], "lower": lower, "print": [0x20...0x7e],
    "punct": [0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e],
    "space": [0x09...0x0d, 0x20...0x20], "upper": upper, "word": word,
    "xdigit": digit + [0x41...0x46, 0x61...0x66],
  ]
}
