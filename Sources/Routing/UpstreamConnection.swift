/// How a port of a Service is spoken to, where that is not plain HTTP/1.1.
package struct UpstreamConnection: Hashable, Sendable {
  /// Whether HTTP/2 is spoken from the start.
  package var isHTTP2: Bool
  /// Nil for plain text.
  package var security: UpstreamSecurity?

  package init(isHTTP2: Bool = false, security: UpstreamSecurity? = nil) {
    self.isHTTP2 = isHTTP2
    self.security = security
  }
}

/// What a proxy asks of a backend's certificate.
package struct UpstreamSecurity: Hashable, Sendable {
  /// Who has to have signed it.
  package enum Trust: Hashable, Sendable {
    /// Anybody: nothing is verified.
    case anyone
    /// An authority that the proxy's system trusts.
    case system
    /// One of the authorities with these common names.
    case authorities([String])
    /// Nobody can have: the text says why.
    case nobody(String)
    /// Somebody whom only the live system knows; the text says who.
    case live(String)
  }

  package var trust: Trust
  /// The TLS server name; nil for the host of the request.
  package var serverName: String?
  /// The names of which the certificate has to carry one; empty asks for none.
  package var names: [String]
  /// Whether it has to carry the request's host.
  package var checksHost: Bool

  package init(
    trust: Trust, serverName: String? = nil, names: [String] = [], checksHost: Bool = false
  ) {
    self.trust = trust
    self.serverName = serverName
    self.names = names
    self.checksHost = checksHost
  }
}

/// The certificate that backends are taken to show.
package struct BackendCertificate: Hashable, Sendable {
  package var names: [String]
  /// The common name of the authority that signed it; nil for one that every system trusts.
  package var authority: String?

  package init(names: [String], authority: String?) {
    self.names = names
    self.authority = authority
  }
}
