/// How a text stands on one line.
enum Style {
  case plain
  case singleQuoted
  case doubleQuoted

  /// The lightest style in which every reader takes the text for this string.
  ///
  /// Texts that look like another type get double quotes, others single quotes, as kubectl does.
  static func ofLine(_ text: String) -> Style {
    withBytes(of: text) { ofLine($0) }
  }

  private static func ofLine(_ text: Span<UInt8>) -> Style {
    guard !text.isEmpty else { return .doubleQuoted }
    var isPlain = canStartPlain(text) && text[text.count - 1] != UInt8(ascii: " ")
    var hasApostrophe = false
    var hasEscape = false
    for index in text.indices {
      switch text[index] {
      case 0..<0x20, 0x7F: return .doubleQuoted
      case 0x80...: if isUnprintable(text, at: index) { return .doubleQuoted }
      case UInt8(ascii: ":"): if isBlankOrEnd(text, at: index + 1) { isPlain = false }
      case UInt8(ascii: "#"): if isBlankOrEnd(text, at: index - 1) { isPlain = false }
      case UInt8(ascii: "'"): hasApostrophe = true
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): hasEscape = true
      default: continue
      }
    }
    if isPlain { return isLookalike(text) ? .doubleQuoted : .plain }
    return isLookalike(text) || hasApostrophe && !hasEscape ? .doubleQuoted : .singleQuoted
  }
}

/// Whether a plain text can start like this one (YAML 1.1 section 4.1.4, somewhat stricter).
private func canStartPlain(_ text: Span<UInt8>) -> Bool {
  switch text[0] {
  case UInt8(ascii: " "), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
    UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
    UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
    UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
    false
  case UInt8(ascii: "-"), UInt8(ascii: "."):
    !isBlankOrEnd(text, at: 1)
      && !(text.count >= 3 && text[1] == text[0] && text[2] == text[0])
  default: true
  }
}

private func isBlankOrEnd(_ text: Span<UInt8>, at index: Int) -> Bool {
  guard text.indices.contains(index) else { return true }
  return text[index] == UInt8(ascii: " ")
}

/// Whether a character starts here that only an escape can carry: controls of ISO 8859-1, U+2028,
/// U+2029, the byte order mark, U+FFFE and U+FFFF.
func isUnprintable(_ text: Span<UInt8>, at index: Int) -> Bool {
  guard text[index] >= 0xC2, text.count - index > 1 else { return false }
  let second = text[index + 1]
  guard text[index] != 0xC2 else { return second < 0xA0 }
  guard text.count - index > 2 else { return false }
  let third = text[index + 2]
  return switch (text[index], second) {
  case (0xE2, 0x80): third == 0xA8 || third == 0xA9
  case (0xEF, 0xBB): third == 0xBF
  case (0xEF, 0xBF): third >= 0xBE
  default: false
  }
}
