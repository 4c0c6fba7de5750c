extension RE2Parser {
  /// Whatever a backslash begins outside a class; an empty quotation is no item.
  mutating func parseEscape() throws(RE2Problem) -> [RE2Measure] {
    guard let letter = scanner.peek(1) else {
      throw scanner.problem(.trailingBackslash, length: 1)
    }
    switch letter {
    case "b", "B", "A", "z": return [writeAssertion(letter)]
    case "C": return [writeAnyByte()]
    case "Q": return parseQuotation()
    case _: break
    }
    if let unicode = try parseUnicodeClass() {
      output += unicode.text
      return [RE2Measure(size: unicode.size)]
    }
    if let named = parsePerl(letter) {
      var members = RE2Class()
      members.add(named)
      output += "[\(members.text)]"
      return [RE2Measure(size: members.size)]
    }
    let value = try parseCharacterEscape()
    output += "\\x{\(String(value, radix: 16))}"
    let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
    return [RE2Measure(size: RE2Cost.literal(scalar, caseless: flags.caseless))]
  }

  private mutating func writeAssertion(_ letter: Unicode.Scalar) -> RE2Measure {
    scanner.advance(2)
    output += "(?:\\\(letter))"
    return RE2Measure(size: 1)
  }

  private mutating func writeAnyByte() -> RE2Measure {
    scanner.advance(2)
    output += "\\C"
    return RE2Measure(size: 1)
  }

  /// `\Q…\E`, or to the end of the pattern.
  private mutating func parseQuotation() -> [RE2Measure] {
    scanner.advance(2)
    var items: [RE2Measure] = []
    while let next = scanner.peek(), !scanner.skip("\\E") {
      items.append(writeLiteral(next))
      scanner.advance()
    }
    return items
  }

  /// `\pN`, `\p{Greek}`, `\P…`, `\p{^…}`; nil where none stands here.
  mutating func parseUnicodeClass() throws(RE2Problem) -> RE2UnicodeClass? {
    guard let letter = scanner.peek(1), letter == "p" || letter == "P",
      let sign = scanner.peek(2)
    else { return nil }
    let start = scanner.position
    scanner.advance(2)
    var name = String(sign)
    if sign == "{" {
      scanner.advance()
      guard let braced = scanner.text(upTo: "}") else {
        throw scanner.problem(.unicodeClass, from: start)
      }
      name = braced
    } else {
      scanner.advance()
    }
    let bare = name.hasPrefix("^") ? String(name.dropFirst()) : name
    guard let size = RE2UnicodeNames.size(of: bare) else {
      throw scanner.problem(.unicodeClass, from: start)
    }
    // What is left of Unicode without a class takes more ranges than the class.
    let complement = letter == "P" || name.hasPrefix("^") ? 200 : 0
    return RE2UnicodeClass(text: "\\\(letter){\(name)}", size: size + complement)
  }
}

/// A Unicode class as PCRE2 writes it, and what it costs in RE2.
struct RE2UnicodeClass {
  var text: String
  var size: Int
}
