/// Texts as string literals of Lua.
///
/// Everything but printable ASCII is written as a decimal escape, so that no text ends its literal or
/// its line, whatever it holds.
enum LuaLiteral {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// The literal, with its quotes.
  static func text(_ value: String) -> String {
    "\"" + value.utf8.map(escaped).joined() + "\""
  }

  private static func escaped(_ byte: UInt8) -> String {
    let isPlain = (0x20...0x7E).contains(byte) && byte != quote && byte != backslash
    guard !isPlain else { return String(Unicode.Scalar(byte)) }
    let digits = String(byte)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Takes a literal off the front; nil where there is none of the form that is written here.
  static func take(from rest: inout Substring) -> String? {
    var bytes = rest.utf8
    guard bytes.popFirst() == quote else { return nil }
    var value: [UInt8] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case quote:
        rest = Substring(bytes)
        return String(validating: value, as: UTF8.self)
      case backslash:
        guard let code = UInt8(String(decoding: bytes.prefix(3), as: UTF8.self)) else { return nil }
        bytes = bytes.dropFirst(3)
        value.append(code)
      case _: value.append(byte)
      }
    }
    return nil
  }
}
