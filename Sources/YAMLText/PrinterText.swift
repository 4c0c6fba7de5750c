extension Printer {
  mutating func print(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func printSpaces(_ count: Int) {
    for _ in 0..<count { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes comment lines, each behind `#`; characters that YAML forbids become U+FFFD.
  mutating func printComments(_ comments: [String], indent: Int) {
    for comment in comments {
      if !comment.isEmpty, comment.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        printSpaces(indent)
        print("# ")
        print(comment)
        print("\n")
      } else {
        printUnusualComment(comment, indent: indent)
      }
    }
  }

  /// Writes a comment of several lines, or with characters beyond ASCII.
  private mutating func printUnusualComment(_ comment: String, indent: Int) {
    for line in comment.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      printSpaces(indent)
      print(line.isEmpty ? "#" : "# ")
      for scalar in line.unicodeScalars {
        print(String(scalar.isPrintable ? scalar : "\u{FFFD}"))
      }
      print("\n")
    }
  }

  /// Writes a key with its colon; a long one needs the explicit form.
  ///
  /// YAML 1.1 section 7.4.2 limits keys without `?` to 1024 characters.
  mutating func printKey(_ key: String, indent: Int) {
    let start = bytes.count
    printString(key, style: Style.ofLine(key))
    if bytes.count - start > 1000 {
      bytes.insert(contentsOf: "? ".utf8, at: start)
      print("\n")
      printSpaces(indent)
    }
    print(":")
  }

  /// Writes a scalar and ends its line; without an indent it is the whole document.
  mutating func printLine(_ scalar: Scalar, indent: Int?) {
    switch scalar.kind {
    case .null, .bool, .integer, .decimal:
      let isPlain = withBytes(of: scalar.text) { resolve($0) == scalar.kind }
      printString(scalar.text, style: isPlain ? .plain : Style.ofLine(scalar.text))
      print("\n")
    case .string:
      if let indent, let literal = Literal(scalar.text) {
        printLiteral(literal, indent: indent + 2)
      } else {
        printString(scalar.text, style: Style.ofLine(scalar.text))
        print("\n")
      }
    }
  }

  private mutating func printString(_ text: String, style: Style) {
    switch style {
    case .plain: print(text)
    case .singleQuoted:
      print("'")
      for byte in text.utf8 {
        bytes.append(byte)
        if byte == UInt8(ascii: "'") { bytes.append(byte) }
      }
      print("'")
    case .doubleQuoted:
      print("\"")
      for scalar in text.unicodeScalars { print(scalar.escaped) }
      print("\"")
    }
  }

  private mutating func printLiteral(_ literal: Literal, indent: Int) {
    print(literal.header)
    print("\n")
    var isLineStart = true
    for byte in literal.text.utf8 {
      if isLineStart, byte != UInt8(ascii: "\n") { printSpaces(indent) }
      bytes.append(byte)
      isLineStart = byte == UInt8(ascii: "\n")
    }
    if !isLineStart { print("\n") }
  }
}
