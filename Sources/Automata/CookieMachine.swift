/// Reads a Cookie header as nginx does (`ngx_http_parse_multi_header_lines`): the first cookie of a
/// name counts, letter case aside; blanks may stand around `=`; a value ends at `;` only.
struct CookieMachine: Sendable {
  private let name: [UInt8]
  private let value: [UInt8]
  private let isRead: Bool

  init(name: String, value: String) {
    self.name = name.utf8.map { Self.lower($0) }
    self.value = Array(value.utf8)
    isRead = !self.name.isEmpty
  }

  // States: 0 skips a cookie, 1 skips blanks before one, 2 skips blanks after the name, 3 after
  // `=`, 4 has read the value to its `;`; then the bytes read of the name, then of the value.
  private var firstOfName: Int32 { 5 }
  private var firstOfValue: Int32 { firstOfName + Int32(name.count) }

  var start: Int32 { isRead ? firstOfName : 0 }

  func step(_ set: [Int32], _ byte: UInt8) -> [Int32] {
    guard let state = set.first else { return [] }
    return next(state, byte).map { [$0] } ?? []
  }

  func accepts(_ set: [Int32]) -> Bool {
    guard let state = set.first else { return false }
    let isEmptyValue = state == 3 && value.isEmpty
    return state == 4 || isEmptyValue || state == firstOfValue + Int32(value.count)
  }

  private func next(_ state: Int32, _ byte: UInt8) -> Int32? {
    switch state {
    case 0: return skipping(byte)
    case 1: return byte == 0x20 ? 1 : begin(0, byte)
    case 2:
      if byte == 0x20 { return 2 }
      return byte == UInt8(ascii: "=") ? 3 : skipping(byte)
    case 3: return byte == 0x20 ? 3 : valued(0, byte)
    case 4: return 4
    case _ where state < firstOfValue: return begin(Int(state - firstOfName), byte)
    case _: return valued(Int(state - firstOfValue), byte)
    }
  }

  private func skipping(_ byte: UInt8) -> Int32 {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") ? 1 : 0
  }

  private func begin(_ read: Int, _ byte: UInt8) -> Int32 {
    guard isRead, Self.lower(byte) == name[read] else { return skipping(byte) }
    return read + 1 == name.count ? 2 : firstOfName + Int32(read + 1)
  }

  /// Another value ends the search: only the first cookie of the name counts.
  private func valued(_ read: Int, _ byte: UInt8) -> Int32? {
    if byte == UInt8(ascii: ";") { return read == value.count ? 4 : nil }
    guard read < value.count, byte == value[read] else { return nil }
    return firstOfValue + Int32(read + 1)
  }

  var classes: ByteClasses {
    var classes = ByteClasses()
    for byte in name + value + Array("=;, ".utf8) {
      classes.split(by: ByteSet([byte]))
      classes.split(by: ByteSet([byte]).caseless)
    }
    return classes
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    ByteSet.uppercase.contains(byte) ? byte + 32 : byte
  }
}
