extension RE2Parser {
  /// A repetition operator with its mark of laziness, if one stands here.
  mutating func parseQuantifier(follows hasOperand: Bool) throws(RE2Problem) -> RE2Quantifier? {
    let start = scanner.position
    guard let counts = try parseCounts() else { return nil }
    guard hasOperand else { throw scanner.problem(.missingOperand, from: start) }
    if scanner.skip("?") { output += "?" }
    try refuseSecondQuantifier(from: start)
    return RE2Quantifier(counts: counts, start: start)
  }

  private mutating func parseCounts() throws(RE2Problem) -> RE2Counts? {
    guard let sign = scanner.peek() else { return nil }
    switch sign {
    case "*", "+", "?":
      scanner.advance()
      output.unicodeScalars.append(sign)
      return RE2Counts(minimum: sign == "+" ? 1 : 0, maximum: sign == "?" ? 1 : nil)
    case "{": return try parseBraces()
    case _: return nil
    }
  }

  /// `{n}`, `{n,}` or `{n,m}`; anything else, also a leading zero, makes the brace an ordinary
  /// character (`MaybeParseRepeat`).
  private mutating func parseBraces() throws(RE2Problem) -> RE2Counts? {
    let low = scanner.digits(from: 1)
    var length = 1 + low.count
    var high = low
    if scanner.peek(length) == "," {
      high = scanner.digits(from: length + 1)
      length += 1 + high.count
    }
    guard scanner.peek(length) == "}" else { return nil }
    if low.isEmpty {
      if !high.isEmpty { note(.openRepetition) }
      return nil
    }
    if [low, high].contains(where: { $0.count > 1 && $0.hasPrefix("0") }) {
      note(.leadingZero)
      return nil
    }
    return try counts(low, high, length: length + 1)
  }

  private mutating func counts(
    _ low: String, _ high: String, length: Int
  ) throws(RE2Problem) -> RE2Counts {
    let minimum = Int(low) ?? .max
    let maximum = high.isEmpty ? nil : Int(high) ?? .max
    guard minimum <= 1000, maximum ?? 0 <= 1000, minimum <= maximum ?? .max else {
      throw scanner.problem(.repetitionCount, length: length)
    }
    scanner.advance(length)
    output += "{\(minimum)\(maximum == minimum ? "" : ",\(maximum.map(String.init) ?? "")")}"
    return RE2Counts(minimum: minimum, maximum: maximum, isBraced: true)
  }

  /// RE2 refuses one operator right after another, as `a**`; PCRE's `a*+` is possessive.
  private mutating func refuseSecondQuantifier(from start: Int) throws(RE2Problem) {
    let isPlus = scanner.peek() == "+"
    // Asked of a copy, since a brace that is no quantifier will be read again as a character.
    var ahead = self
    guard try ahead.parseCounts() != nil else { return }
    scanner = ahead.scanner
    throw scanner.problem(isPlus ? .possessiveQuantifier : .nestedQuantifier, from: start)
  }
}
