/// Addresses of which one stands for each stretch of addresses that some ranges do not tell apart: where
/// a range begins, and what comes right behind it; sorted, each once.
package func addressEdges(of ranges: some Sequence<String>) -> [String] {
  let edges = ranges.compactMap { AddressRange($0) }.flatMap(\.edges)
  return Set(edges.map(\.text)).sorted()
}

extension AddressRange {
  /// The first address of the family, that of the range, and the one behind it, if there is any.
  fileprivate var edges: [AddressBytes] {
    let first = AddressBytes(filling: prefix, from: length, with: 0)
    let last = AddressBytes(filling: prefix, from: length, with: 0xff)
    let least = AddressBytes(filling: prefix, from: 0, with: 0)
    return [least, first] + [last.next].compactMap(\.self)
  }
}

extension AddressBytes {
  /// The address with all bits from one on set to those of a byte.
  fileprivate init(filling prefix: [UInt8], from length: Int, with byte: UInt8) {
    bytes = prefix.indices.map { index in
      let kept = min(max(length - index * 8, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xff << (8 - kept))
      return prefix[index] & mask | byte & ~mask
    }
  }

  /// The address behind this one; nil behind the last.
  fileprivate var next: AddressBytes? {
    var next = bytes
    for index in next.indices.reversed() {
      next[index] &+= 1
      if next[index] != 0 { return AddressBytes(bytes: next) }
    }
    return nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// As people write it, IPv6 without `::`.
  fileprivate var text: String {
    if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
    return stride(from: 0, to: bytes.count, by: 2).map { index in
      String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
    }.joined(separator: ":")
  }
}
