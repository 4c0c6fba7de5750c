/// A part of a stream that holds one document, with the line it starts on.
struct Chunk: Hashable {
  var range: Range<Int>
  var firstLine: Int
}

/// Splits a stream at its document markers, so that one malformed document loses no other.
///
/// A line that starts with `---` ends a document wherever it stands, even inside a quoted scalar
/// (YAML 1.1 section 4.3.1), so no parsing is needed to find it. Comments, blank lines and
/// directives before the marker belong to the document that follows.
struct Chunks: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(of bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Chunk? {
    guard position < bytes.count else { return nil }
    var start = afterByteOrderMark
    var firstLine = line
    var hasContent = false
    while position < bytes.count {
      if isMarker(UInt8(ascii: "-")) {
        guard !hasContent else { break }
        hasContent = true
      } else if isMarker(UInt8(ascii: ".")) {
        skipLine()
        guard !hasContent else { break }
        // an end without a beginning; libyaml refuses it at the start of a text
        (start, firstLine) = (position, line)
        continue
      } else if hasContent {
        guard !isNextObject(after: start) else { break }
      } else {
        hasContent = !isPreamble
      }
      skipLine()
    }
    return Chunk(range: start..<position, firstLine: firstLine)
  }

  /// Whether the line at the position starts with three of these and then a blank or its end.
  private func isMarker(_ byte: UInt8) -> Bool {
    let start = afterByteOrderMark
    guard bytes.count - start >= 3, bytes[start] == byte, bytes[start + 1] == byte,
      bytes[start + 2] == byte
    else { return false }
    guard bytes.count - start > 3 else { return true }
    return isBlank(bytes[start + 3]) || isBreak(bytes[start + 3])
  }

  /// Whether a JSON object ends before the line at the position and another starts there.
  ///
  /// Tools such as jq write objects one after the other, and kubectl reads them.
  private func isNextObject(after start: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "{"), bytes[start] == UInt8(ascii: "{") else {
      return false
    }
    let last = bytes[start..<position].last { !isBlank($0) && !isBreak($0) }
    return last == UInt8(ascii: "}")
  }

  /// The position, or what follows a byte order mark there; joined files may each bring their own.
  private var afterByteOrderMark: Int {
    guard bytes.count - position >= 3, bytes[position] == 0xEF, bytes[position + 1] == 0xBB,
      bytes[position + 2] == 0xBF
    else { return position }
    return position + 3
  }

  /// Whether the line at the position is blank, a comment or a directive.
  private var isPreamble: Bool {
    var index = afterByteOrderMark
    guard index < bytes.count, bytes[index] != UInt8(ascii: "%") else { return true }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return true }
    return bytes[index] == UInt8(ascii: "#") || isBreak(bytes[index])
  }

  private mutating func skipLine() {
    while position < bytes.count, !isBreak(bytes[position]) { position += 1 }
    guard position < bytes.count else { return }
    let isReturn = bytes[position] == UInt8(ascii: "\r")
    position += 1
    line += 1
    if isReturn, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }
}

/// Whether this byte is a space or a tab.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Whether this byte ends a line.
func isBreak(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
