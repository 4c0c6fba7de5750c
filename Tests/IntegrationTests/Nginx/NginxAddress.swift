import Routing

/// An address that nginx sends requests of its own to; a Service in it is one of our backends, and
/// another host has a backend of its own.
struct NginxAddress {
  let scheme: String
  let host: String
  let backend: Backend
  /// What follows the host.
  let rest: Substring

  init(_ text: String) throws(Unsaid) {
    let parts = text.split(separator: "://", maxSplits: 1)
    guard parts.count == 2, let address = parts.last else { throw Unsaid("the address \(text)") }
    let authority = address.prefix { $0 != "/" && $0 != "$" }
    let host = authority.prefix { $0 != ":" }
    scheme = String(parts[0])
    self.host = String(host)
    rest = address.dropFirst(authority.count)
    let written = Int(authority.dropFirst(host.count + 1))
    let labels = host.split(separator: ".")
    let isService = host.hasSuffix(".svc.cluster.local") && labels.count == 5
    backend = Backend(
      namespace: isService ? String(labels[1]) : "", name: String(isService ? labels[0] : host),
      port: written ?? (scheme == "https" ? 443 : 80))
  }
}
