extension String {
  /// `Hostname`: a name in lower case, `*.` before it allowed.
  var isHostname: Bool {
    hasPrefix("*.") ? String(dropFirst(2)).isPreciseHostname : isPreciseHostname
  }

  /// `PreciseHostname`: a name in lower case without a wildcard.
  var isPreciseHostname: Bool { isSubdomain }

  /// A DNS-1123 subdomain.
  var isSubdomain: Bool {
    (1...253).contains(utf8.count)
      && split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        guard let first = label.utf8.first, let last = label.utf8.last else { return false }
        return first.isLowerOrDigit && last.isLowerOrDigit
          && label.utf8.allSatisfy { $0.isLowerOrDigit || $0 == UInt8(ascii: "-") }
      }
  }

  /// `CORSOrigin`: `*`, or a scheme with `*` or a host, `*.` before it allowed, and a port.
  var isOrigin: Bool {
    if self == "*" { return true }
    guard let scheme = ["http://", "https://"].first(where: hasPrefix), utf8.count <= 253 else {
      return false
    }
    let parts = dropFirst(scheme.count).split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy(\.isPort) else {
      return false
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let names = labels.count > 1 && labels[0] == "*" ? labels.dropFirst() : labels[...]
    return host == "*" || names.allSatisfy(\.isOriginLabel)
  }

  /// `HeaderName`: a token of RFC 9110, also used for query parameters.
  var isHeaderName: Bool {
    (1...256).contains(utf8.count)
      && utf8.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }

  /// `HeaderValue` of the experimental channel: visible ASCII with single blanks inside.
  var isHeaderValue: Bool {
    guard (1...4096).contains(utf8.count) else { return false }
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    var wasBlank = true
    for byte in utf8 {
      let isBlank = blanks.contains(byte)
      guard isBlank ? !wasBlank : (33...126).contains(byte) else { return false }
      wasBlank = isBlank
    }
    return !wasBlank
  }
}

extension Substring {
  fileprivate var isPort: Bool {
    (1...5).contains(utf8.count) && utf8.allSatisfy { (48...57).contains($0) }
  }

  fileprivate var isOriginLabel: Bool {
    !isEmpty && utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }
}

extension UInt8 {
  var isLowerOrDigit: Bool { (97...122).contains(self) || (48...57).contains(self) }
  var isLetterOrDigit: Bool { isLowerOrDigit || (65...90).contains(self) }
  var isHexDigit: Bool {
    (48...57).contains(self) || (65...70).contains(self) || (97...102).contains(self)
  }
}
