extension ExpressionParser {
  /// The largest number of repetitions that is followed.
  private static var mostRepetitions: Int { 1000 }

  /// The part with the quantifiers that follow it.
  mutating func quantified(_ part: Expression) throws(NotRegular) -> Expression {
    var part = part
    while let (least, most) = quantifier() {
      guard least <= Self.mostRepetitions, most ?? 0 <= Self.mostRepetitions else {
        throw NotRegular("more than \(Self.mostRepetitions) repetitions")
      }
      var isLazy = flags.prefersFew
      if rest.first == UInt8(ascii: "?") {
        rest = rest.dropFirst()
        isLazy.toggle()
      } else if rest.first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
        part = try outside("a possessive quantifier", part)
      }
      part = .repeated(part, least: least, most: most, isLazy: isLazy)
    }
    return part
  }

  private mutating func quantifier() -> (least: Int, most: Int?)? {
    switch rest.first {
    case UInt8(ascii: "*"): return taking(1, (0, nil))
    case UInt8(ascii: "+"): return taking(1, (1, nil))
    case UInt8(ascii: "?"): return taking(1, (0, 1))
    case UInt8(ascii: "{"): return counted()
    case _: return nil
    }
  }

  private mutating func taking(
    _ count: Int, _ bounds: (least: Int, most: Int?)
  ) -> (least: Int, most: Int?) {
    rest = rest.dropFirst(count)
    return bounds
  }

  /// `{2}`, `{2,}` or `{2,5}`; any other `{` is an ordinary character.
  private mutating func counted() -> (least: Int, most: Int?)? {
    let text = rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }
    guard rest.count > text.count + 1 else { return nil }
    let numbers = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = numbers.first, let least = Self.number(first), numbers.count <= 2 else {
      return nil
    }
    if numbers.count == 1 { return taking(text.count + 2, (least, least)) }
    if numbers[1].isEmpty { return taking(text.count + 2, (least, nil)) }
    guard let most = Self.number(numbers[1]), most >= least else { return nil }
    return taking(text.count + 2, (least, most))
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty, text.allSatisfy(ByteSet.digits.contains) else { return nil }
    return Int(String(decoding: text, as: UTF8.self))
  }
}
