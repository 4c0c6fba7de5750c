/// What is outside the proxy and its objects, as far as somebody says it.
package struct World: Hashable, Sendable {
  /// What backends answer; nil where that is not said.
  package var backend: WorldAnswer?
  /// What authentication services answer, by their address or their provider's name.
  package var authentication: [String: WorldAnswer]
  /// The certificate that backends show over TLS; nil where that is not said.
  package var backendCertificate: BackendCertificate?

  package init(
    backend: WorldAnswer? = nil, authentication: [String: WorldAnswer] = [:],
    backendCertificate: BackendCertificate? = nil
  ) {
    self.backend = backend
    self.authentication = authentication
    self.backendCertificate = backendCertificate
  }
}

/// What a server outside answers.
package struct WorldAnswer: Hashable, Sendable {
  package var status: Int
  package var headers: [Header]

  package init(status: Int, headers: [Header] = []) {
    self.status = status
    self.headers = headers
  }
}
