/// A number that tells whether a file is still as it was written: FNV-1a, 64 bits.
///
/// It guards against forgetting, not against malice.
struct Checksum: Hashable, LosslessStringConvertible {
  private let value: UInt64

  init(of bytes: some Sequence<UInt8>) {
    value = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Reads sixteen hexadecimal digits.
  init?(_ description: String) {
    guard description.utf8.count == 16, let value = UInt64(description, radix: 16) else {
      return nil
    }
    self.value = value
  }

  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
