import Routing

/// Where an authentication service listens, taken from the address in `auth-url`.
struct ServiceAddress: Hashable {
  var isSecure: Bool
  /// The name as Istio's registry knows it, in full.
  var host: String
  var port: Int
  /// Path and query as nginx asks for them; nil where there are none, and nginx asks for a path of
  /// its own.
  var target: String?
  /// Whether the host is a Service of the cluster.
  var isInCluster: Bool

  /// Nil where Envoy cannot ask it.
  init?(_ url: String) {
    guard Self.problem(with: url, sendsQuery: true) == nil, let parts = Self.address(url),
      let port = Self.port(parts)
    else { return nil }
    isSecure = parts.scheme == "https"
    self.port = port
    isInCluster = Self.service(parts.host) != nil
    host = Self.service(parts.host) ?? parts.host
    target = parts.target.isEmpty ? nil : parts.target
  }

  /// What Istio puts the path of each request behind; empty for the root.
  var prefix: String {
    var prefix = target ?? ""
    while prefix.hasSuffix("/") { prefix.removeLast() }
    return prefix
  }

  /// Why the service at an address cannot be asked.
  ///
  /// - Parameters:
  ///   - url: the address.
  ///   - sendsQuery: whether its query is sent, which MeshConfig alone cannot say.
  /// - Returns: one sentence; nil where it can be asked.
  static func problem(with url: String, sendsQuery: Bool = false) -> String? {
    if url.contains("$") {
      return "The address \(url) holds variables, which Istio does not fill in."
    }
    guard let parts = address(url) else { return "\(url) is no http or https address." }
    let pieces = parts.rest.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    if pieces.count > 1, !sendsQuery {
      return "The address \(url) has a query, which Istio does not send."
    }
    guard pieces.prefix(1).joined().utf8.allSatisfy(isPlainByte),
      pieces.dropFirst().joined().utf8.allSatisfy({ isPlainByte($0) || isQueryByte($0) })
    else {
      return "The address \(url) holds characters that Istio sends otherwise."
    }
    guard port(parts) != nil else { return "The address \(url) has no port that can be." }
    let labels = parts.host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy(isLabel), !isIPv4(parts.host[...]) else {
      return "The host of \(url) is no full name of a Service or of another host."
    }
    guard service(parts.host) != nil else {
      let isOfCluster = labels.last == "svc" || parts.host.hasSuffix(".cluster.local")
      return isOfCluster ? "The host of \(url) is not of the form service.namespace.svc." : nil
    }
    return parts.scheme == "http" ? nil : "Istio asks Services of the cluster over plain HTTP."
  }

  /// Nil for other schemes than http and https.
  private static func address(_ url: String) -> WebAddress? {
    WebAddress(url).flatMap { ["http", "https"].contains($0.scheme) ? $0 : nil }
  }

  private static func port(_ parts: WebAddress) -> Int? {
    guard let text = parts.port else { return parts.scheme == "https" ? 443 : 80 }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(text),
      (1...65535).contains(port)
    else { return nil }
    return port
  }

  /// The full name of a Service; nil for another host.
  private static func service(_ host: String) -> String? {
    guard let port = Backend(clusterHost: host, port: 0).map({ BackendPort($0) }),
      !port.isExternal
    else { return nil }
    return port.host
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-/._~".utf8.contains(byte)
    }
  }

  /// A byte that stands for itself in a query, beside those of paths.
  private static func isQueryByte(_ byte: UInt8) -> Bool { "?&=,:;@+*!()".utf8.contains(byte) }
}
