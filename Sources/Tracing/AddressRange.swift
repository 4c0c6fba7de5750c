import Routing

/// A range of client addresses in CIDR form; a bare address is a range of one.
struct AddressRange: Hashable {
  let prefix: [UInt8]
  let length: Int

  /// Reads a range; nil for text that is none.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = AddressBytes(String(first)) else { return nil }
    prefix = address.bytes
    guard parts.count == 2 else {
      length = prefix.count * 8
      return
    }
    guard let length = Int(parts[1]), (0...prefix.count * 8).contains(length) else { return nil }
    self.length = length
  }

  /// Whether an address lies in the range; one that cannot be read lies in none.
  func contains(_ address: AddressBytes?) -> Bool {
    guard let bytes = address?.bytes, bytes.count == prefix.count else { return false }
    let whole = length / 8
    guard bytes.prefix(whole) == prefix.prefix(whole) else { return false }
    let rest = length % 8
    guard rest > 0 else { return true }
    return bytes[whole] >> (8 - rest) == prefix[whole] >> (8 - rest)
  }
}

extension AddressRule {
  /// Whether a client is let in: not denied, and among the allowed where there are any.
  func admits(_ clientAddress: String) -> Bool {
    let address = AddressBytes(clientAddress)
    if denied.contains(where: { AddressRange($0)?.contains(address) ?? false }) { return false }
    return allowed.isEmpty
      || allowed.contains { AddressRange($0)?.contains(address) ?? false }
  }
}
