import Kubernetes

/// A Secret with certificates that an annotation names (`resolver.AuthSSLCert`).
struct CertificateSecret: Hashable, Sendable {
  var name: ObjectName
  /// It has `ca.crt`.
  var hasAuthority: Bool
  /// It has `tls.crt` and `tls.key`.
  var hasCertificate: Bool

  /// Why a Secret cannot be used; completes "because …".
  struct Fault: Error {
    var reason: String
  }
}

extension AnnotationSurroundings {
  /// The Secret that a text names for an Ingress of a namespace (`store.GetAuthCertificate`).
  func certificates(
    _ text: String, for namespace: String
  ) throws(CertificateSecret.Fault) -> CertificateSecret {
    guard let name = qualifiedName(text), !name.namespace.isEmpty else {
      throw .init(reason: "it is not namespace/name")
    }
    guard allowsCrossNamespace || name.namespace == namespace else {
      throw .init(reason: "it names a Secret of another namespace")
    }
    guard hasSecret(name) else { throw .init(reason: "the Secret \(name) does not exist") }
    let found = CertificateSecret(
      name: name, hasAuthority: secret(name, has: "ca.crt"),
      hasCertificate: secret(name, has: "tls.crt") && secret(name, has: "tls.key"))
    guard found.hasAuthority || found.hasCertificate else {
      throw .init(reason: "the Secret \(name) has neither ca.crt nor tls.crt and tls.key")
    }
    return found
  }
}
