extension RE2Parser {
  /// A class in brackets; `]` right after the opening is a member.
  mutating func parseClass() throws(RE2Problem) -> RE2Measure {
    let start = scanner.position
    scanner.advance()
    var members = RE2Class()
    members.isNegated = scanner.skip("^")
    var isFirst = true
    while let next = scanner.peek(), next != "]" || isFirst {
      isFirst = false
      try parseMember(next, into: &members, from: start)
    }
    guard scanner.skip("]") else { throw scanner.problem(.unclosedClass, from: start) }
    output += "[\(members.isNegated ? "^" : "")\(members.text)]"
    return RE2Measure(size: members.size)
  }

  private mutating func parseMember(
    _ next: Unicode.Scalar, into members: inout RE2Class, from start: Int
  ) throws(RE2Problem) {
    if next == "[", scanner.peek(1) == ":", let named = try parsePOSIX() {
      return members.add(named)
    }
    if next == "\\", let letter = scanner.peek(1) {
      if let unicode = try parseUnicodeClass() { return members.add(unicode) }
      if let named = parsePerl(letter) { return members.add(named) }
    }
    members.add(try parseRange(from: start), caseless: flags.caseless)
  }

  /// `\d` and its kin; nil where none stands here.
  mutating func parsePerl(_ letter: Unicode.Scalar) -> RE2NamedClass? {
    guard let named = RE2NamedClass(perl: letter) else { return nil }
    if letter == "s" || letter == "S" { note(.space) }
    scanner.advance(2)
    return named
  }

  /// `[:name:]`; nil where no `:]` follows, so that the bracket is a member.
  private mutating func parsePOSIX() throws(RE2Problem) -> RE2NamedClass? {
    var ahead = scanner
    ahead.advance(2)
    var name = ""
    while let next = ahead.peek(), !ahead.starts(with: ":]") {
      name.unicodeScalars.append(next)
      ahead.advance()
    }
    guard ahead.skip(":]") else { return nil }
    guard let named = RE2NamedClass(posix: name) else {
      throw ahead.problem(.className, from: scanner.position)
    }
    scanner = ahead
    return named
  }

  private mutating func parseRange(from start: Int) throws(RE2Problem) -> ClosedRange<UInt32> {
    let first = scanner.position
    let low = try parseMemberCharacter(from: start)
    guard scanner.peek() == "-", scanner.peek(1) != "]", scanner.peek(1) != nil else {
      return low...low
    }
    scanner.advance()
    let high = try parseMemberCharacter(from: start)
    guard low <= high else { throw scanner.problem(.range, from: first) }
    return low...high
  }

  private mutating func parseMemberCharacter(from start: Int) throws(RE2Problem) -> UInt32 {
    guard let next = scanner.peek() else { throw scanner.problem(.unclosedClass, from: start) }
    if next == "\\" { return try parseCharacterEscape() }
    if !next.isASCII { note(.characters) }
    scanner.advance()
    return next.value
  }
}
