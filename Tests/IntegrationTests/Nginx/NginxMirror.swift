import Routing

/// Copies of requests, as the controller's template sends them.
struct NginxMirror {
  let mirror: Mirror
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    let place = "/_mirror-\(scope.variable("copy").dropFirst())"
    let (scheme, backend, rest) = try target()
    var lines = NginxLines(backends: [backend])
    lines.block = ["mirror \(place);", "mirror_request_body \(mirror.copiesBody ? "on" : "off");"]
    lines.server = [
      "location = \(place) {", "  internal;", "  proxy_set_header Host \(mirror.host.quoted);",
      "  proxy_pass \(scheme)://\(scope.upstream(backend))\(rest);", "}",
    ]
    return lines
  }

  /// Scheme, host and what follows; a Service is one of our backends, another host has its own.
  private func target() throws(Unsaid) -> (String, Backend, Substring) {
    let parts = mirror.target.split(separator: "://", maxSplits: 1)
    guard parts.count == 2, let address = parts.last else { throw Unsaid(mirror.target) }
    let authority = address.prefix { $0 != "/" && $0 != "$" }
    let host = authority.prefix { $0 != ":" }
    let written = Int(authority.dropFirst(host.count + 1))
    let port = written ?? (parts[0] == "https" ? 443 : 80)
    return (String(parts[0]), backend(host, port), address.dropFirst(authority.count))
  }

  private func backend(_ host: Substring, _ port: Int) -> Backend {
    let labels = host.split(separator: ".")
    guard host.hasSuffix(".svc.cluster.local"), labels.count == 5 else {
      return Backend(namespace: "", name: String(host), port: port)
    }
    return Backend(namespace: String(labels[1]), name: String(labels[0]), port: port)
  }
}
