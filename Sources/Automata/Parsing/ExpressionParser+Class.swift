extension ExpressionParser {
  /// What follows a `[`, up to its `]`.
  mutating func byteClass() throws(NotRegular) -> ByteSet {
    let isNegated = rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var set = ByteSet()
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst {
        let folded = flags.isCaseless ? set.caseless : set
        return isNegated ? folded.inverted : folded
      }
      isFirst = false
      set.formUnion(try member(byte))
    }
    throw NotRegular("an unfinished class")
  }

  /// One member of a class, or a range.
  private mutating func member(_ byte: UInt8) throws(NotRegular) -> ByteSet {
    if byte == UInt8(ascii: "["), let named = namedClass() { return named }
    let low = try single(byte)
    guard low.count == 1, rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first,
      end != UInt8(ascii: "]")
    else { return low }
    let before = rest
    rest = rest.dropFirst(2)
    let high = try single(end)
    guard let first = low.first, let last = high.first, high.count == 1, first <= last else {
      rest = before
      return low
    }
    return ByteSet(first...last)
  }

  private mutating func single(_ byte: UInt8) throws(NotRegular) -> ByteSet {
    guard byte == UInt8(ascii: "\\") else {
      if byte >= 0x80 { throw NotRegular("a class with characters beyond ASCII") }
      return ByteSet([byte])
    }
    guard let escaped = rest.popFirst() else { throw NotRegular("an unfinished class") }
    if escaped == UInt8(ascii: "b") { return ByteSet([8]) }
    if let set = Self.shorthand(escaped) { return set }
    return ByteSet([try escapedByte(escaped)])
  }

  /// `[:name:]` or `[:^name:]`, the first `[` taken.
  private mutating func namedClass() -> ByteSet? {
    guard rest.first == UInt8(ascii: ":") else { return nil }
    let text = rest.dropFirst().prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "]") }
    let after = rest.dropFirst(1 + text.count)
    guard after.starts(with: ":]".utf8) else { return nil }
    let isNegated = text.first == UInt8(ascii: "^")
    let name = String(decoding: isNegated ? text.dropFirst() : text, as: UTF8.self)
    guard let set = Self.posix[name] else { return nil }
    rest = after.dropFirst(2)
    return isNegated ? set.inverted : set
  }

  private static let posix: [String: ByteSet] = [
    "alnum": ByteSet.letters.union(.digits), "alpha": .letters, "ascii": ByteSet(0...0x7f),
    "blank": ByteSet([9, 0x20]), "cntrl": ByteSet(0...0x1f).union(ByteSet([0x7f])),
    "digit": .digits, "graph": ByteSet(0x21...0x7e), "lower": .lowercase,
    "print": .printable, "upper": .uppercase, "word": .word,
    "punct": ByteSet((0x21...0x7e).filter { !ByteSet.letters.union(.digits).contains($0) }),
    "space": ByteSet([9, 10, 11, 12, 13, 0x20]),
    "xdigit": ByteSet.digits.union(ByteSet("abcdefABCDEF".utf8)),
  ]
}

extension ByteSet {
  /// The smallest byte of the set.
  var first: UInt8? { (UInt8.min...UInt8.max).first(where: contains) }
}
