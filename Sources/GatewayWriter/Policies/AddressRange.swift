/// Whether a text is an IPv4 or IPv6 address, or one with the length of a prefix, as Istio reads it.
func isAddressRange(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard let address = parts.first, parts.count <= 2 else { return false }
  let bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : nil
  guard let bits else { return false }
  return parts.count == 1 || isDecimal(parts[1], upTo: bits)
}

private func isDecimal(_ text: Substring, upTo limit: Int) -> Bool {
  guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
    text == "0" || !text.hasPrefix("0"), let number = Int(text)
  else { return false }
  return number <= limit
}

/// Whether a text is four numbers up to 255.
func isIPv4(_ text: Substring) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 4 && parts.allSatisfy { isDecimal($0, upTo: 255) }
}

private func isIPv6(_ text: Substring) -> Bool {
  guard let gap = text.firstRange(of: "::") else { return isGroups(text, count: 8...8) }
  let (head, tail) = (text[..<gap.lowerBound], text[gap.upperBound...])
  let count = [head, tail].map { $0.isEmpty ? 0 : $0.split(separator: ":").count }.reduce(0, +)
  return count <= 7 && [head, tail].allSatisfy { $0.isEmpty || isGroups($0, count: 1...7) }
}

private func isGroups(_ text: Substring, count: ClosedRange<Int>) -> Bool {
  let groups = text.split(separator: ":", omittingEmptySubsequences: false)
  return count.contains(groups.count)
    && groups.allSatisfy { (1...4).contains($0.utf8.count) && $0.allSatisfy(\.isHexDigit) }
}
