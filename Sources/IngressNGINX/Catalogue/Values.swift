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
  guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
  return Int(text.hasPrefix("+") ? String(digits) : text)
}

/// Whether a byte is one of `0` to `9`.
func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// The character classes of the controller's validators (`parser/validators.go`).
enum CharacterClass: CaseIterable, Sendable {
  /// Letters, digits, `- . _ ~ / :` (`BasicCharsRegex`).
  case basic
  /// Basic and blanks (`CharsWithSpace`).
  case basicWithBlanks
  /// Basic, comma and blanks (`ExtendedCharsRegex`).
  case extended
  /// Basic and `, ? & =` (`URLIsValidRegex`).
  case url
  /// URL, blanks and `$` (`URLWithNginxVariableRegex`).
  case urlWithVariables
  /// Basic and `$` (`RegexPathWithCapture`).
  case target
  /// Basic and `^ $ [ ] ( ) { } * + ? | & = \` (`IsValidRegex`).
  case regex
  /// Letters, digits, `- _ $ { }` (`NGINXVariable`).
  case variable
  /// Letters, digits, `- _ ,` and blanks (`HeadersVariable`).
  case headers

  func admits(_ text: String) -> Bool {
    let extra = extra.utf8
    return text.utf8.allSatisfy { isLetterOrDigit($0) || extra.contains($0) }
  }

  /// The class in words.
  var expectation: String {
    switch self {
    case .headers: "letters, digits, blanks and -_, only"
    case .basicWithBlanks: "letters, digits, blanks and -._~/: only"
    case .extended: "letters, digits, blanks and -._~/:, only"
    case .urlWithVariables: "letters, digits, blanks and -._~/:,?&=$ only"
    case .regex: "a regular expression of letters, digits and \(extra) only"
    case .basic, .url, .target, .variable: "letters, digits and \(extra) only"
    }
  }

  private var extra: String {
    let basic = "-._~/:"
    return switch self {
    case .basic: basic
    case .basicWithBlanks: basic + " "
    case .extended: basic + ", "
    case .url: basic + ",?&="
    case .urlWithVariables: basic + ",?&=$ "
    case .target: basic + "$"
    case .regex: basic + "^$[](){}*+?|&=\\"
    case .variable: "-_${}"
    case .headers: "-_, "
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: isDigit(byte)
    }
  }
}
