/// A text of several lines that a literal block carries unchanged.
struct Literal {
  let text: String
  /// `|` with the indentation and chomping indicators that the text needs.
  let header: String

  /// Nil when the text is one line, or has characters or blanks that a block may lose.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "\n")), withBytes(of: text, isCarried) else { return nil }
    self.text = text
    header = "|" + Literal.indentation(text) + Literal.chomping(text)
  }

  /// Readers detect the indentation from the first line, unless that line starts blank.
  private static func indentation(_ text: String) -> String {
    guard let first = text.utf8.first else { return "" }
    return isBlank(first) || isBreak(first) ? "2" : ""
  }

  /// Clip is the default and keeps one line break at the end.
  private static func chomping(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: "\n") else { return "-" }
    return text.utf8.dropLast().last == UInt8(ascii: "\n") ? "+" : ""
  }
}

/// Whether all characters are printable, and no line consists of blanks only.
private func isCarried(_ text: Span<UInt8>) -> Bool {
  var hasText = false
  var isBlankLine = false
  for index in text.indices {
    switch text[index] {
    case UInt8(ascii: "\n"):
      guard !isBlankLine else { return false }
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      let isLineStart = index == 0 || text[index - 1] == UInt8(ascii: "\n")
      isBlankLine = isBlankLine || isLineStart
    case 0..<0x20, 0x7F: return false
    default:
      guard !isUnprintable(text, at: index) else { return false }
      hasText = true
      isBlankLine = false
    }
  }
  return hasText && !isBlankLine
}
