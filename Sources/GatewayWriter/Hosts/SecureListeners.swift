import Routing

/// Which https listener serves each host of a site.
struct SecureListeners {
  private let certificates: CertificateTable
  private let secrets: [HostPattern: String]
  /// The hosts whose TLS is passed through: no https listener of ours sees it.
  let passedThrough: Set<HostPattern>

  init(_ site: Site) {
    certificates = site.certificates
    secrets = certificates.secrets
    passedThrough = Set(
      site.listeners.filter { $0.passedTo != nil }.map(\.serverName))
  }

  /// The listener for a host; nil where its TLS is passed through, or nothing has a certificate.
  func listener(for pattern: HostPattern) -> SecureListener? {
    passedThrough.contains(pattern) ? nil : certificates.listener(of: pattern, secrets)
  }
}

extension Listener {
  /// The backend that gets the listener's TLS unopened; nil where TLS ends here, or is none.
  var passedTo: Backend? {
    guard case .passthrough(let backend) = transport else { return nil }
    return backend
  }
}
