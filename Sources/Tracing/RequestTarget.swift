import Routing

/// A request target as the proxy understands it.
struct RequestTarget: Hashable {
  /// The path that routes are matched against, in bytes since decoding may leave UTF-8.
  var path: [UInt8]
  /// The query after `?`; nil without one.
  var query: [UInt8]?
  /// Path and query as they travel on when nothing is rewritten.
  var forwarded: [UInt8]
  /// The authority of an absolute-form target; nil for a plain path.
  var authority: String?
  /// Whether the path as sent held `%` or `+`: nginx encodes what it captures for a query or a
  /// Location only then (`quoted_uri`, `plus_in_uri`).
  var encodesCaptures: Bool

  /// Reads a target, or tells why the proxy refuses it.
  init(_ text: String, reading: RequestReading) throws(Refusal) {
    switch reading.proxy {
    case .nginx:
      let (authority, origin) = try Self.splitNginx(Array(text.utf8))
      try self.init(nginx: origin)
      self.authority = authority
    case .envoy:
      let (authority, origin) = Self.splitAuthority(Array(text.utf8))
      try self.init(envoy: origin, slashes: reading.slashes)
      self.authority = try authority.map { text throws(Refusal) in try Self.host(of: text) }
    }
  }

  init(path: [UInt8], query: [UInt8]?, forwarded: [UInt8], encodesCaptures: Bool) {
    self.path = path
    self.query = query
    self.forwarded = forwarded
    self.encodesCaptures = encodesCaptures
  }

  /// What Envoy keeps of an absolute target's authority: not the user before `@`.
  private static func host(of authority: String) throws(Refusal) -> String {
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.isEmpty { throw Refusal(reason: "no host in the target") }
    return String(host)
  }

  /// Cuts `http://authority` off an absolute-form target.
  private static func splitAuthority(_ bytes: [UInt8]) -> (String?, [UInt8]) {
    let lower = bytes.prefix(8).map(ASCII.lower)
    for scheme in ["http://", "https://"] where lower.starts(with: scheme.utf8) {
      let rest = bytes.dropFirst(scheme.utf8.count)
      let authority = rest.prefix { $0 != ASCII.slash && $0 != ASCII.question && $0 != ASCII.hash }
      let path = Array(rest.dropFirst(authority.count))
      let start = path.first == ASCII.slash ? [] : [ASCII.slash]
      return (String(decoding: authority, as: UTF8.self), start + path)
    }
    return (nil, bytes)
  }
}

/// Why a proxy answers before it looks at any route.
struct Refusal: Error, Hashable {
  var reason: String
  var status = 400
}
