import Gatewright

/// A URL taken apart into what a client sends (RFC 3986, section 3), without decoding anything.
struct RequestAddress {
  private(set) var scheme: RequestProbe.Scheme
  /// The Host header: with the port where it is not the scheme's own.
  private(set) var host: String
  /// The port where it is not the scheme's own.
  private(set) var port: Int?
  /// Path and query.
  private(set) var target: String
  /// The host without its port.
  private(set) var serverName: RequestProbe.ServerName

  /// Nil unless it is an http or https address with a host.
  init?(_ url: String) {
    let parts = url.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first?.lowercased(), let rest = parts.last,
      let scheme = RequestProbe.Scheme(rawValue: name), rest.hasPrefix("//"),
      !url.contains(where: { $0.isWhitespace })
    else { return nil }
    let address = rest.dropFirst(2).prefix { $0 != "#" }
    let authority = address.prefix { $0 != "/" && $0 != "?" }
    let path = address.dropFirst(authority.count)
    self.scheme = scheme
    target = path.hasPrefix("/") ? String(path) : "/" + path
    guard let (bare, port) = Self.parts(of: authority) else { return nil }
    serverName = .name(bare)
    self.port = port == (scheme == .http ? 80 : 443) ? nil : port
    host = self.port.map { "\(bare):\($0)" } ?? bare
    if self.port == nil { serverName = .ofHost }
  }

  /// Host and port of an authority; names and passwords before `@` are not sent by clients.
  private static func parts(of authority: Substring) -> (host: String, port: Int?)? {
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : authority.startIndex
    guard let end else { return nil }
    guard let colon = authority[end...].firstIndex(of: ":") else { return (String(authority), nil) }
    guard let port = Int(authority[authority.index(after: colon)...]),
      (1...65535).contains(port), colon != authority.startIndex
    else { return nil }
    return (String(authority[..<colon]), port)
  }
}
