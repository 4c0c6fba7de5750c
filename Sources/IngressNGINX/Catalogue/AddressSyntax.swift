/// The addresses and ranges of a comma list; nil where an entry is none, as an empty one is not
/// (`net.ParseCIDRs`).
func addressRanges(_ text: String) -> [String]? {
  let entries = text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
  return entries.allSatisfy(isAddressRange) ? entries : nil
}

/// An IPv4 or IPv6 address, or a range of them in CIDR form.
func isAddressRange(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count <= 2, let address = parts.first else { return false }
  let isV6 = address.contains(":")
  guard isV6 ? isIPv6(address) : isIPv4(address) else { return false }
  guard parts.count == 2 else { return true }
  guard let length = decimal(String(parts[1])) else { return false }
  return (0...(isV6 ? 128 : 32)).contains(length)
}

private func isIPv4(_ text: Substring) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 4
    && parts.allSatisfy { part in
      guard let number = decimal(String(part)) else { return false }
      return (0...255).contains(number) && (part == "0" || !part.hasPrefix("0"))
    }
}

private func isIPv6(_ text: Substring) -> Bool {
  let halves = String(text).components(separatedByDoubleColon: ())
  guard halves.count <= 2 else { return false }
  let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: false) }
    .filter { !$0.isEmpty }
  let areHex = groups.allSatisfy { $0.utf8.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  return areHex && (halves.count == 2 ? groups.count < 8 : groups.count == 8)
}

extension String {
  /// The parts between `::`.
  fileprivate func components(separatedByDoubleColon: Void) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: "::") {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
