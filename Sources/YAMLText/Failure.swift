import CYAML

extension Events {
  /// Why libyaml could not go on, in our words and with the place.
  var failure: SyntaxError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      return unreadable(problem, at: unsafe parser.pointee.problem_offset)
    }
    let index = unsafe parser.pointee.problem_mark.index
    let fault = Fault(problem, context: context, found: character(index))
    let mark = unsafe mark(
      fault.isAtContext ? parser.pointee.context_mark : parser.pointee.problem_mark)
    return error(at: mark, fault.message, fault.remedy)
  }

  /// Refuses bytes that are no text; libyaml knows only their offset.
  private func unreadable(_ problem: String, at offset: Int) -> SyntaxError {
    let isControl = problem == "control characters are not allowed"
    let code = unsafe UInt32(bitPattern: parser.pointee.problem_value)
    return error(
      at: mark(atOffset: offset),
      isControl
        ? "The text contains the control character \(codePoint(code)), which YAML does not allow."
        : "The text is not valid UTF-8.",
      isControl
        ? "Remove the character, or write it as an escape between double quotes."
        : "Save the file as UTF-8, without binary data.")
  }

  /// The character at this index of the chunk, counted as libyaml counts.
  private func character(_ index: Int) -> Unicode.Scalar? {
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.dropFirst(index).first
  }

  private func mark(atOffset offset: Int) -> Mark {
    var (line, column) = (0, 0)
    var previous: UInt8 = 0
    for byte in unsafe Array(bytes.prefix(offset)) {
      if isBreak(byte) {
        // the line feed of a CRLF ends no second line
        if byte == UInt8(ascii: "\r") || previous != UInt8(ascii: "\r") { line += 1 }
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
    return mark(line: line, column: column)
  }
}

/// A character's code as the Unicode standard writes it, for example `U+001B`.
func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
