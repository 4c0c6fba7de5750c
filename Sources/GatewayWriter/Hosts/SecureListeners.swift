import Routing

/// Which https listener serves each host of a site.
struct SecureListeners {
  private let certificates: CertificateTable
  private let secrets: [HostPattern: String]
  /// The hosts whose TLS is passed through: no https listener of ours sees it.
  let passedThrough: Set<HostPattern>

  init(_ site: Site) {
    certificates = site.certificates
    secrets = Dictionary(certificates.entries.map { ($0.serverName, $0.secret) }) { first, _ in
      first
    }
    passedThrough = Set(
      site.listeners.filter { $0.passedTo != nil }.map(\.serverName))
  }

  /// The listener for a host: its own certificate, that of the wildcard one label up, or the default.
  func listener(for pattern: HostPattern) -> SecureListener? {
    guard !passedThrough.contains(pattern) else { return nil }
    if let secret = secrets[pattern] {
      return SecureListener(hostname: pattern.hostname, secret: secret)
    }
    if case .exact(let name) = pattern, let dot = name.firstIndex(of: ".") {
      let domain = String(name[name.index(after: dot)...])
      if let secret = secrets[.oneLabel(domain: domain)] {
        return SecureListener(hostname: "*.\(domain)", secret: secret)
      }
    }
    guard certificates.fallback.contains("/") else { return nil }
    return SecureListener(hostname: nil, secret: certificates.fallback)
  }
}

extension Listener {
  /// The backend that gets the listener's TLS unopened; nil where TLS ends here, or is none.
  var passedTo: Backend? {
    guard case .passthrough(let backend) = transport else { return nil }
    return backend
  }
}
