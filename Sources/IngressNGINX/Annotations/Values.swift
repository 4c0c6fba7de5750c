import Kubernetes

/// Why an annotation's value cannot be used.
enum ValueFault: Error {
  case notBoolean
  case notInteger
  case hasForbiddenCharacters
}

extension Annotations {
  /// A boolean by Go's `strconv.ParseBool`; nil where the annotation is absent.
  func bool(_ key: Key) throws(ValueFault) -> Bool? {
    guard let written = written(key) else { return nil }
    guard let value = boolean(written.value) else { throw .notBoolean }
    return value
  }

  /// An integer by Go's `strconv.Atoi`; nil where the annotation is absent.
  func integer(_ key: Key) throws(ValueFault) -> Int? {
    guard let written = written(key) else { return nil }
    guard let value = decimal(written.value) else { throw .notInteger }
    return value
  }

  /// A text of allowed characters only; nil where the annotation is absent or empty.
  func text(_ key: Key, _ allowed: CharacterClass) throws(ValueFault) -> String? {
    guard let text = text(key) else { return nil }
    guard allowed.admits(text) else { throw .hasForbiddenCharacters }
    return text
  }
}

/// A boolean written as Go's `strconv.ParseBool` takes it.
func boolean(_ text: String) -> Bool? {
  switch text {
  case "1", "t", "T", "true", "TRUE", "True": true
  case "0", "f", "F", "false", "FALSE", "False": false
  default: nil
  }
}

/// An integer written as Go's `strconv.Atoi` takes it: an optional sign and decimal digits.
func decimal(_ text: String) -> Int? {
  let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  let areDigits = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  guard !digits.isEmpty, areDigits else { return nil }
  return Int(text.hasPrefix("+") ? String(digits) : text)
}

/// The character classes of the controller's validators (`parser/validators.go`).
enum CharacterClass {
  /// Letters, digits, `- . _ ~ / :`.
  case basic
  /// Basic and blanks inside the text.
  case basicWithBlanks
  /// Basic and `, ? & =`.
  case url
  /// Basic and `$`.
  case target
  /// Basic and `^ $ [ ] ( ) { } * + ? | & = \`.
  case regex

  func admits(_ text: String) -> Bool {
    text.utf8.allSatisfy { isBasic($0) || extra.utf8.contains($0) }
  }

  private var extra: String {
    switch self {
    case .basic: ""
    case .basicWithBlanks: " "
    case .url: ",?&="
    case .target: "$"
    case .regex: "^$[](){}*+?|&=\\"
    }
  }

  private func isBasic(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "/"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
