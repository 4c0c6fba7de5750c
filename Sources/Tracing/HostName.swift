import Routing

/// A Host header as the proxy compares it with its host names.
enum HostName {
  /// Lower case without the port; nginx also drops one final dot and refuses nonsense.
  static func normalise(_ header: String, _ proxy: RequestReading.Proxy) throws(Refusal) -> String {
    switch proxy {
    case .nginx: try nginx(header)
    case .envoy: try envoy(header)
    }
  }

  /// `HeaderUtility::authorityIsValid`; an empty header is nothing wrong to it.
  private static func envoy(_ header: String) throws(Refusal) -> String {
    let isFine = header.utf8.allSatisfy {
      ASCII.isLetterOrDigit($0) || "!$%&'()*+,-.:;=@[]_~".utf8.contains($0)
    }
    if !isFine { throw Refusal(reason: "invalid Host header") }
    return ASCII.lower(withoutLastPart(header))
  }

  /// What stands before the last colon, whatever follows it (`HeaderUtility::getPortStart`).
  private static func withoutLastPart(_ header: String) -> String {
    guard let colon = header.lastIndex(of: ":"), !header[colon...].contains("]") else {
      return header
    }
    return String(header[..<colon])
  }

  /// `ngx_http_validate_host`.
  private static func nginx(_ header: String) throws(Refusal) -> String {
    let bytes = Array(header.utf8)
    let isBad = bytes.contains { $0 <= ASCII.space || $0 == 0x7f || $0 == ASCII.slash }
    let hasEmptyLabel = zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: ".") && $0 == $1
    }
    if isBad || hasEmptyLabel { throw Refusal(reason: "invalid Host header") }
    let name = withoutPort(header)
    let bare = name.hasSuffix(".") ? String(name.dropLast()) : name
    if bare.isEmpty { throw Refusal(reason: "no Host header") }
    return ASCII.lower(bare)
  }

  /// The header up to its port; brackets keep the colons of an IPv6 address.
  static func withoutPort(_ header: String) -> String {
    if header.hasPrefix("["), let bracket = header.firstIndex(of: "]") {
      return String(header[...bracket])
    }
    return String(header.prefix { $0 != ":" })
  }
}
