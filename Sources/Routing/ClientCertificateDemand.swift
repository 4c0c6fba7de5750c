/// What a TLS handshake asks of a client.
package struct ClientCertificateDemand: Hashable, Sendable {
  /// Whether a client without a certificate gets through.
  package var isOptional: Bool
  /// Expressions of RE2 that have to be found in the subject, each of them, or requests get 403.
  package var subjects: [String] = []

  package init(isOptional: Bool) { self.isOptional = isOptional }
}

/// The certificate that a client shows in the TLS handshake.
package enum ClientCertificate: String, Hashable, Sendable, CaseIterable {
  /// None.
  case absent = "none"
  /// One that the authorities which the proxy asks for have signed.
  case trusted
  /// One that somebody else has signed.
  case untrusted
}
