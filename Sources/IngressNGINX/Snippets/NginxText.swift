import Routing

/// Reads nginx configuration: directives that end with `;` or hold a block in braces.
struct NginxText {
  /// How deep blocks may stand in each other; nobody writes more, and each level takes stack.
  private static let deepest = 64

  private var rest: Substring.UTF8View
  private var depth = 0

  /// The directives of a text; what cannot be read ends it.
  static func directives(in text: String) -> [Directive] {
    var reader = NginxText(rest: text[...].utf8)
    return reader.directives()
  }

  private mutating func directives() -> [Directive] {
    var found: [Directive] = []
    while let directive = directive() { found.append(directive) }
    return found
  }

  /// The next directive; nil at the end of the block or of the text.
  private mutating func directive() -> Directive? {
    var words: [String] = []
    while true {
      skipBlanks()
      guard let byte = rest.first else { return nil }
      switch byte {
      case UInt8(ascii: "}"):
        rest.removeFirst()
        return nil
      case UInt8(ascii: ";"):
        rest.removeFirst()
        guard let name = words.first else { continue }
        return Directive(name: name, arguments: Array(words.dropFirst()))
      case UInt8(ascii: "{"):
        rest.removeFirst()
        guard let block = block(of: words.first ?? "") else { return nil }
        return Directive(
          name: words.first ?? "", arguments: Array(words.dropFirst()), block: block)
      default: words.append(word())
      }
    }
  }

  /// The block that has just begun; nil, and the end of the text, where it stands too deep.
  private mutating func block(of name: String) -> [Directive]? {
    if name.hasSuffix("_by_lua_block") { return skippedBlock() }
    guard depth < Self.deepest else {
      rest = rest.suffix(0)
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return directives()
  }

  /// One word, in quotes or up to a blank, `;` or `{`; `${name}` belongs to the word.
  private mutating func word() -> String {
    var word: [UInt8] = []
    let quote = rest.first.flatMap {
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0) ? $0 : nil
    }
    if quote != nil { rest.removeFirst() }
    while let byte = rest.first {
      if byte == UInt8(ascii: "\\"), let next = rest.dropFirst().first {
        word += quote != nil && next == quote ? [next] : [byte, next]
        rest = rest.dropFirst(2)
      } else if let quote {
        rest.removeFirst()
        if byte == quote { break }
        word.append(byte)
      } else {
        let isBrace = byte == UInt8(ascii: "{") && word.last != UInt8(ascii: "$")
        if isBrace || byte == UInt8(ascii: ";") || byte <= UInt8(ascii: " ") { break }
        word.append(byte)
        rest.removeFirst()
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// Blanks, line ends and comments.
  private mutating func skipBlanks() {
    while let byte = rest.first {
      if byte == UInt8(ascii: "#") {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if byte <= UInt8(ascii: " ") {
        rest.removeFirst()
      } else {
        return
      }
    }
  }

  /// Lua is no nginx configuration: its block ends with the brace that closes it outside of strings
  /// and comments.
  private mutating func skippedBlock() -> [Directive] {
    var depth = 1
    while depth > 0, let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(endingWith: byte)
      case UInt8(ascii: "-") where rest.first == byte: rest = rest.drop { $0 != UInt8(ascii: "\n") }
      default: break
      }
    }
    return []
  }

  /// The rest of a Lua string, which ends with its quote or the line.
  private mutating func skipString(endingWith quote: UInt8) {
    while let byte = rest.popFirst(), byte != quote, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\") { rest = rest.dropFirst() }
    }
  }
}
