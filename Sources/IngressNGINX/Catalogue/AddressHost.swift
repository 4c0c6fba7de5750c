/// The host of an absolute address as Go's `url.Parse` sees it (`parser.StringToURL`).
struct AddressHost: Hashable, Sendable {
  /// The host, and the port where there is one.
  let text: String

  /// Why an address has no host that can be used; completes "because …".
  enum Fault: String, Error {
    case unparseable = "it is no address"
    case noScheme = "its address has no scheme"
    case noHost = "its address has no host"
    case twoDots = "its host has two dots in a row"
  }

  init(of address: String) throws(Fault) {
    guard address.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .unparseable }
    let text = address.prefix { $0 != "#" && $0 != "?" }
    let rest = try Self.afterScheme(text)
    guard rest.hasPrefix("//") else { throw .noHost }
    let authority = rest.dropFirst(2).prefix { $0 != "/" }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    guard Self.isHost(host), hasWholeEscapes(rest) else { throw .unparseable }
    guard !host.isEmpty else { throw .noHost }
    guard !host.contains("..") else { throw .twoDots }
    self.text = String(host)
  }

  /// The host without port and brackets (`URL.Hostname`).
  var name: String {
    let bare = text.lastIndex(of: ":").flatMap { colon in
      text[colon...].dropFirst().utf8.allSatisfy(isDigit) ? text[..<colon] : nil
    }
    let host = bare ?? text[...]
    return String(host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host)
  }

  /// What follows the scheme and its colon (`url.getScheme`).
  private static func afterScheme(_ text: Substring) throws(Fault) -> Substring {
    guard let colon = text.firstIndex(of: ":") else { throw .noScheme }
    let scheme = text[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { throw .noScheme }
    return text[colon...].dropFirst()
  }

  /// Whether a host has no character that needs an escape, and a number for a port
  /// (`url.parseHost`); variables of nginx are text like any other.
  private static func isHost(_ host: Substring) -> Bool {
    let admitted = host.allSatisfy {
      !$0.isASCII || $0.isLetter || $0.isNumber || "-_.~!$&'()*+,;=:[]<>\"".contains($0)
    }
    guard admitted else { return false }
    let end = host.hasPrefix("[") ? host.lastIndex(of: "]") : host.startIndex
    guard let end else { return false }
    guard let colon = host[end...].lastIndex(of: ":") else { return true }
    return host[colon...].dropFirst().utf8.allSatisfy(isDigit)
  }
}

/// Whether each `%` is followed by two hexadecimal digits.
private func hasWholeEscapes(_ text: Substring) -> Bool {
  text.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
    .allSatisfy { $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy(\.isHexDigit) }
}
