/// The bytes that request lines are made of.
enum ASCII {
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  static let question = UInt8(ascii: "?")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let space = UInt8(ascii: " ")

  /// The lower-case letter of an upper-case one; other bytes as they are.
  static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The text with A to Z in lower case; other letters stay, as in host and header names.
  static func lower(_ text: String) -> String {
    String(decoding: text.utf8.map(lower), as: UTF8.self)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch lower(byte) {
    case let digit where isDigit(digit): digit - UInt8(ascii: "0")
    case let letter where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter):
      letter - UInt8(ascii: "a") + 10
    case _: nil
    }
  }

  /// The byte written `%XX` at an index; nil where no escape stands.
  static func escape(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == percent, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// The byte as `%XX` with capital letters.
  static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
