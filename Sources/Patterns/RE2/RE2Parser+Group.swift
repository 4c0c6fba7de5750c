extension RE2Parser {
  /// A group of any kind that begins here.
  mutating func parseGroup() throws(RE2Problem) -> [RE2Measure] {
    if scanner.starts(with: "(*") { throw verbOrOperand() }
    guard scanner.starts(with: "(?") else {
      scanner.advance()
      return [try parseBody(opening: "(", cost: 2, from: scanner.position - 1)]
    }
    for name in ["(?P<", "(?<"] where scanner.starts(with: name) {
      if name == "(?<", let after = scanner.peek(3), after == "=" || after == "!" { break }
      return [try parseNamed(name)]
    }
    if let construct = RE2GroupKinds.refused(at: scanner) {
      throw scanner.problem(construct.construct, length: construct.length)
    }
    return try parseFlags()
  }

  /// `(*VERB)` is PCRE's; to RE2 it is a quantifier without operand.
  private func verbOrOperand() -> RE2Problem {
    let isVerb = scanner.peek(2).map { $0.properties.isAlphabetic } ?? false
    return isVerb
      ? scanner.problem(.verb, length: 2) : scanner.problem(.missingOperand, length: 2)
  }

  private mutating func parseNamed(_ opening: String) throws(RE2Problem) -> RE2Measure {
    let start = scanner.position
    scanner.advance(opening.unicodeScalars.count)
    guard let name = scanner.text(upTo: ">"), RE2GroupKinds.isName(name) else {
      throw scanner.problem(.groupName, from: start)
    }
    return try parseBody(opening: "(", cost: 2, from: start)
  }

  private mutating func parseBody(
    opening: String, cost: Int, from start: Int
  ) throws(RE2Problem) -> RE2Measure {
    writeHeldFlags()
    output += opening
    let inner = try parseAlternatives()
    guard scanner.skip(")") else { throw scanner.problem(.unclosedGroup, from: start) }
    output += ")"
    return inner.adding(cost)
  }

  /// `(?flags)` for the rest of the group, or `(?flags:…)`.
  private mutating func parseFlags() throws(RE2Problem) -> [RE2Measure] {
    let start = scanner.position
    let outer = flags
    scanner.advance(2)
    var text = "(?"
    var isNegated = false
    var sawFlag = false
    while let sign = scanner.next() {
      text.unicodeScalars.append(sign)
      switch sign {
      case "i": flags.caseless = !isNegated
      case "m": flags.multiline = !isNegated
      case "s": flags.dotAll = !isNegated
      case "U": break
      case "-" where !isNegated:
        isNegated = true
        sawFlag = false
        continue
      case ":" where !isNegated || sawFlag:
        defer { flags = outer }
        return [try parseBody(opening: text, cost: 0, from: start)]
      case ")" where !isNegated || sawFlag:
        heldFlags += text
        return []
      case "x", "n", "J": throw scanner.problem(.extendedFlag, from: start)
      case _: throw scanner.problem(.unknownFlag, from: start)
      }
      sawFlag = true
    }
    throw scanner.problem(.unclosedGroup, from: start)
  }
}
