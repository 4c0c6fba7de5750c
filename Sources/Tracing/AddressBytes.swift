/// An IPv4 or IPv6 address in network order.
struct AddressBytes: Hashable {
  let bytes: [UInt8]

  /// Reads an address; an IPv4 address in IPv6 clothes (`::ffff:192.0.2.1`) is IPv4.
  init?(_ text: String) {
    guard let bytes = text.contains(":") ? Self.version6(text) : Self.version4(text) else {
      return nil
    }
    let mapped = [UInt8](repeating: 0, count: 10) + [255, 255]
    self.bytes = bytes.starts(with: mapped) && bytes.count == 16 ? Array(bytes.suffix(4)) : bytes
  }

  private static func version4(_ text: String) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { part in
      part.utf8.allSatisfy(ASCII.isDigit) ? UInt8(part) : nil
    }
    return parts.count == 4 && bytes.count == 4 ? bytes : nil
  }

  /// At most one `::` stands for as many zero groups as are missing.
  private static func version6(_ text: String) -> [UInt8]? {
    let halves = text.components(separatedBy: "::")
    guard let head = groups(halves[0]), halves.count <= 2 else { return nil }
    guard halves.count == 2 else { return head.count == 16 ? head : nil }
    guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
    return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(_ text: String) -> [UInt8]? {
    if text.isEmpty { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains(".") {
        guard let last = version4(String(part)) else { return nil }
        bytes += last
      } else {
        guard part.utf8.count <= 4, part.first != "+", let group = UInt16(part, radix: 16) else {
          return nil
        }
        bytes += [UInt8(group >> 8), UInt8(group & 255)]
      }
    }
    return bytes
  }
}

extension String {
  /// The parts between occurrences of a separator; at least one.
  func components(separatedBy separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound])]
      + String(self[range.upperBound...]).components(separatedBy: separator)
  }
}
