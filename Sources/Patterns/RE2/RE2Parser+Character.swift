extension RE2Parser {
  /// An escape that stands for one character (`UnescapeCCharacter`), in and outside classes.
  mutating func parseCharacterEscape() throws(RE2Problem) -> UInt32 {
    let start = scanner.position
    guard let letter = scanner.peek(1) else {
      throw scanner.problem(.trailingBackslash, length: 1)
    }
    if let code = Self.letters[letter] {
      if letter == "v" { note(.verticalSpace) }
      scanner.advance(2)
      return code
    }
    switch letter {
    case "x": return try parseHex(from: start)
    case "0"..."7": return try parseOctal(letter, from: start)
    case "8", "9": throw scanner.problem(.backReference, length: 2)
    case _: break
    }
    guard letter.isASCII, !letter.properties.isAlphabetic else {
      throw scanner.problem(Self.construct(of: letter), length: 2)
    }
    scanner.advance(2)
    return letter.value
  }

  private static let letters: [Unicode.Scalar: UInt32] = [
    "a": 0x07, "f": 0x0c, "n": 0x0a, "r": 0x0d, "t": 0x09, "v": 0x0b,
  ]

  /// Two digits, or any number in braces.
  private mutating func parseHex(from start: Int) throws(RE2Problem) -> UInt32 {
    scanner.advance(2)
    let digits: String
    if scanner.skip("{") {
      guard let braced = scanner.text(upTo: "}") else {
        throw scanner.problem(.codePoint, from: start)
      }
      digits = braced
    } else {
      digits = [scanner.next(), scanner.next()].compactMap { $0.map(String.init) }.joined()
      guard digits.unicodeScalars.count == 2 else {
        throw scanner.problem(.codePoint, from: start)
      }
    }
    let areHex = digits.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    guard areHex, let value = UInt32(digits, radix: 16), value <= 0x10ffff else {
      throw scanner.problem(.codePoint, from: start)
    }
    return value
  }

  /// Up to three octal digits; a single one that is not 0 would be a back-reference.
  private mutating func parseOctal(
    _ first: Unicode.Scalar, from start: Int
  ) throws(RE2Problem) -> UInt32 {
    let isOctal = { (scalar: Unicode.Scalar?) in scalar.map { ("0"..."7").contains($0) } ?? false }
    guard first == "0" || isOctal(scanner.peek(2)) else {
      throw scanner.problem(.backReference, length: 2)
    }
    if first != "0" { note(.octal) }
    scanner.advance()
    var value: UInt32 = 0
    var count = 0
    while count < 3, let digit = scanner.peek(), isOctal(digit) {
      value = value * 8 + (digit.value - 0x30)
      scanner.advance()
      count += 1
    }
    return value
  }

  private static func construct(of letter: Unicode.Scalar) -> RE2Construct {
    switch letter {
    case "K": .matchReset
    case "G": .startOfMatch
    case "Z": .endBeforeNewline
    case "R": .lineBreak
    case "h", "H": .horizontalSpace
    case "N": .notNewline
    case "X": .grapheme
    case "c": .control
    case "k": .backReference
    case "g": .backReference
    case _: .unknownEscape
    }
  }
}
