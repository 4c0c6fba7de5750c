extension [UInt8] {
  /// Decodes base64 (RFC 4648 section 4); line breaks pass, anything else that is wrong gives nil.
  init?(base64 text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var group: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text.utf8 where byte != 10 && byte != 13 {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = Self.base64Value(byte) else { return nil }
      group = (group << 6 | value) & 0xFF_FFFF
      digits += 1
      if digits % 4 == 0 { bytes.append(contentsOf: Self.octets(group, 3)) }
    }
    let rest = digits % 4
    guard padding == (4 - rest) % 4, rest != 1 else { return nil }
    if rest > 1 { bytes.append(contentsOf: Self.octets(group << (rest == 2 ? 12 : 6), rest - 1)) }
    self = bytes
  }

  private static func octets(_ group: UInt32, _ count: Int) -> ArraySlice<UInt8> {
    [
      UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8),
      UInt8(truncatingIfNeeded: group),
    ].prefix(count)
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 65...90: UInt32(byte) - 65
    case 97...122: UInt32(byte) - 71
    case 48...57: UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
