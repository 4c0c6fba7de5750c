/// Lines of text that fit a width.
struct Page {
  private(set) var text = ""
  let style: TextStyle

  init(_ style: TextStyle) {
    self.style = style
  }

  /// An empty line, unless there is one already or nothing stands above.
  mutating func space() {
    guard !text.isEmpty, !text.hasSuffix("\n\n") else { return }
    text += "\n"
  }

  /// One line as it stands, whatever its length.
  mutating func line(_ line: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  /// A label and words behind it, wrapped so that they stay right of the label.
  mutating func entry(_ label: String, _ words: String, indent: Int, column: Int) {
    guard !words.isEmpty else { return }
    let start = String(repeating: " ", count: indent) + label
    let gap = String(
      repeating: " ", count: max(label.isEmpty ? 0 : 1, column - indent - label.count))
    let hanging = String(repeating: " ", count: column)
    for (index, row) in wrap(words, to: max(20, style.width - column)).enumerated() {
      text += (index == 0 ? start + gap : hanging) + row + "\n"
    }
  }

  /// Words in a colour, where colours are wanted.
  func painted(_ words: String, _ colour: Colour) -> String {
    style.usesColour ? "\u{1B}[\(colour.rawValue)m\(words)\u{1B}[0m" : words
  }
}

/// The colours that reports use, as ANSI "select graphic rendition" parameters.
enum Colour: String {
  case bold = "1"
  case faint = "2"
  case red = "1;31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
}

/// Words as lines of at most so many characters; a longer word stands alone.
package func wrap(_ words: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in words.split(whereSeparator: { $0 == " " || $0.isNewline }) {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}
