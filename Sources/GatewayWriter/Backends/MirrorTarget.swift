import Routing

/// The address of `mirror-target`, taken apart.
struct MirrorTarget: Hashable {
  var isSecure: Bool
  var backend: Backend
  /// Everything behind host and port.
  var path: String

  /// Nil where the address names no host that a route can name.
  init?(_ text: String) {
    guard let scheme = text.firstRange(of: "://") else { return nil }
    switch text[..<scheme.lowerBound].lowercased() {
    case "http": isSecure = false
    case "https": isSecure = true
    case _: return nil
    }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?$#".contains($0) }
    path = String(rest[authority.endIndex...])
    let parts = authority.lowercased().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, !host.contains("@") else { return nil }
    var port = isSecure ? 443 : 80
    if parts.count == 2 {
      guard let number = Int(parts[1]), (1...65535).contains(number) else { return nil }
      port = number
    }
    guard let backend = Backend(clusterHost: String(host), port: port) else { return nil }
    self.backend = backend
  }

  /// Whether the copy has the path and query of the request.
  var keepsPath: Bool { path == "$request_uri" }
}

extension Backend {
  /// The Service that a DNS name of the cluster means, or the host outside; nil for an address or a
  /// name of one label.
  init?(clusterHost name: String, port: Int) {
    let host = name.hasSuffix(".") ? String(name.dropLast()) : name
    let labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch labels.count {
    case 3 where labels[2] == "svc", 5 where labels[2...] == ["svc", "cluster", "local"]:
      self.init(namespace: labels[1], name: labels[0], port: port)
    case _:
      let isAddress = labels.last?.allSatisfy(\.isNumber) ?? true
      guard labels.count > 1, !isAddress, isHostname(host) else { return nil }
      self.init(namespace: "", name: host, port: port)
    }
  }
}
