import Patterns

/// What the validator of an annotation admits, before anything is trimmed (`parser/validators.go`).
struct ValueSyntax: Sendable {
  /// What is admitted; completes "its value is not …".
  let expectation: String
  private let check: @Sendable (String) -> Bool

  init(_ expectation: String, _ check: @escaping @Sendable (String) -> Bool) {
    self.expectation = expectation
    self.check = check
  }

  /// Whether a value that is not empty passes.
  func admits(_ text: String) -> Bool { check(text) }
}

extension ValueSyntax {
  /// Any text (`ValidateNull`).
  static let anything = ValueSyntax("any text") { _ in true }
  /// `ValidateBool`: Go's `strconv.ParseBool`.
  static let flag = ValueSyntax("true or false") { boolean($0) != nil }
  /// `ValidateInt`: Go's `strconv.Atoi`.
  static let integer = ValueSyntax("a whole number") { decimal($0) != nil }
  /// `SizeRegex`: digits and one of `b k m g`; blanks are not looked at.
  static let size = ValueSyntax("a size, digits and one of b, k, m, g") { text in
    var digits = text.filter { $0 != " " }[...]
    if let unit = digits.last, "bkmgBKMG".contains(unit) { digits.removeLast() }
    return !digits.isEmpty && digits.utf8.allSatisfy(isDigit)
  }
  /// `ValidateCIDRs`: addresses and ranges between commas.
  static let addresses = ValueSyntax("a list of addresses and ranges") { text in
    addressRanges(text) != nil
  }
  /// `ValidateServiceName`: a DNS-1035 label.
  static let serviceName = ValueSyntax("the name of a Service") { isLabel1035($0) }

  /// Only certain characters; `ignoringBlanks` takes blanks out before it looks.
  static func characters(_ allowed: CharacterClass, ignoringBlanks: Bool = false) -> ValueSyntax {
    ValueSyntax(allowed.expectation) { text in
      allowed.admits(ignoringBlanks ? text.filter { $0 != " " } : text)
    }
  }

  /// `ValidateServerName`: white space at both ends is not looked at.
  static let serverName = ValueSyntax(CharacterClass.regex.expectation) { text in
    CharacterClass.regex.admits(trimmed(text[...]))
  }

  /// `ValidateOptions`: one of some words, white space at both ends aside.
  static func choice(_ words: [String], ignoringCase: Bool = false) -> ValueSyntax {
    ValueSyntax(words.joined(separator: ", ").replacingLastComma) { text in
      let word = trimmed(text[...])
      return words.contains { ignoringCase ? $0.lowercased() == word.lowercased() : $0 == word }
    }
  }

  /// A regular expression that has to fit the whole value; `ignoringBlanks` takes blanks out before.
  static func expression(
    _ pattern: String, _ expectation: String, ignoringBlanks: Bool = false
  ) -> ValueSyntax {
    let compiled = try? Pattern(pattern, .whole)
    return ValueSyntax(expectation) { text in
      compiled?.matches(ignoringBlanks ? text.filter { $0 != " " } : text) ?? false
    }
  }
}

extension String {
  /// `a, b, c` as `a, b or c`.
  fileprivate var replacingLastComma: String {
    guard let comma = lastIndex(of: ",") else { return self }
    return self[..<comma] + " or" + self[index(after: comma)...]
  }
}

/// The entries of a comma list without white space around them; empty ones are left out.
func addressEntries(_ text: String) -> [String] {
  text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
}

/// A DNS-1035 label, as names of Services are.
func isLabel1035(_ name: String) -> Bool {
  guard (1...63).contains(name.utf8.count), let first = name.utf8.first,
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), name.utf8.last != UInt8(ascii: "-")
  else { return false }
  return name.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
      || byte == UInt8(ascii: "-")
  }
}
