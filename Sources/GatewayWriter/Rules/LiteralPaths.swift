/// Whether nginx can ever see this path: it merges slashes and resolves dot segments first.
func isReachable(_ path: String) -> Bool {
  guard path.hasPrefix("/") else { return false }
  let elements = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
  return elements.dropLast().allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    && elements.last != "." && elements.last != ".."
}

/// The path as a client sends it: what Gateway API does not allow in a match is percent-encoded.
///
/// nginx compares the decoded path, Envoy the path as sent.
func percentEncoded(_ path: String) -> String {
  guard !path.utf8.allSatisfy(isPlainPathByte) else { return path }
  let digits = Array("0123456789ABCDEF")
  var encoded = ""
  for byte in path.utf8 {
    if isPlainPathByte(byte) {
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return encoded
}

/// The bytes that Gateway API v1 allows unencoded in Exact and PathPrefix values.
func isPlainPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-/._~!$&'()*+,;=:@".utf8.contains(byte)
  }
}
