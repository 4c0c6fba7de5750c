extension ExpressionParser {
  /// What follows a `\` outside classes.
  mutating func escape() throws(NotRegular) -> Expression {
    guard let byte = rest.popFirst() else { throw NotRegular("an unfinished escape") }
    if let set = Self.shorthand(byte) { return .byte(set) }
    switch byte {
    case UInt8(ascii: "A"): return .start
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): return .end
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return try outside("a word boundary", .empty)
    case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "k"), UInt8(ascii: "g"):
      skipReference()
      return try outside("a back-reference", .anything)
    case UInt8(ascii: "G"), UInt8(ascii: "K"):
      return try outside("\\\(String(decoding: [byte], as: UTF8.self))", .empty)
    case UInt8(ascii: "C"): return .byte(ByteSet().inverted)
    case UInt8(ascii: "E"): return .empty
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "R"):
      return try outside("a Unicode property", .anything)
    case _: return .byte(literal(try escapedByte(byte)))
    }
  }

  private mutating func skipReference() {
    guard let open = rest.first else { return }
    let ends = [UInt8(ascii: "{"): UInt8(ascii: "}"), UInt8(ascii: "<"): UInt8(ascii: ">")]
    if let end = ends[open] { _ = take(until: end) }
    rest = rest.drop(while: ByteSet.digits.contains)
  }

  /// `\d` and its like, in classes and outside.
  static func shorthand(_ byte: UInt8) -> ByteSet? {
    let blanks = ByteSet([9, 10, 11, 12, 13, 0x20])
    return switch byte {
    case UInt8(ascii: "d"): .digits
    case UInt8(ascii: "D"): ByteSet.digits.inverted
    case UInt8(ascii: "w"): .word
    case UInt8(ascii: "W"): ByteSet.word.inverted
    case UInt8(ascii: "s"): blanks
    case UInt8(ascii: "S"): blanks.inverted
    case UInt8(ascii: "h"): ByteSet([9, 0x20, 0xa0])
    case UInt8(ascii: "H"): ByteSet([9, 0x20, 0xa0]).inverted
    case UInt8(ascii: "v"): ByteSet([10, 11, 12, 13, 0x85])
    case UInt8(ascii: "V"): ByteSet([10, 11, 12, 13, 0x85]).inverted
    case UInt8(ascii: "N"): .dot
    case _: nil
    }
  }

  /// The byte that an escape stands for.
  mutating func escapedByte(_ byte: UInt8) throws(NotRegular) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "e"): return 27
    case UInt8(ascii: "x"): return try hexadecimal()
    case UInt8(ascii: "0"): return try octal()
    case _ where ByteSet.letters.union(.digits).contains(byte):
      throw NotRegular("the escape \\\(String(decoding: [byte], as: UTF8.self))")
    case _: return byte
    }
  }

  private mutating func hexadecimal() throws(NotRegular) -> UInt8 {
    let digits: ArraySlice<UInt8>
    if rest.first == UInt8(ascii: "{") {
      rest = rest.dropFirst()
      digits = take(until: UInt8(ascii: "}"))
    } else {
      digits = rest.prefix(2).prefix {
        UInt8(String(decoding: [$0], as: UTF8.self), radix: 16) != nil
      }
      rest = rest.dropFirst(digits.count)
    }
    guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value < 0x80 else {
      throw NotRegular("a character beyond ASCII")
    }
    return value
  }

  private mutating func octal() throws(NotRegular) -> UInt8 {
    let digits = rest.prefix(2).prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty else { return 0 }
    guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) else {
      throw NotRegular("a character beyond ASCII")
    }
    return value
  }
}
