import Kubernetes

/// Certificates and checks of TLS to the backend (`proxyssl`).
enum BackendTLS: AnnotationFamily {
  enum Key: String, CaseIterable {
    case secret = "proxy-ssl-secret"
    case verify = "proxy-ssl-verify"
    case depth = "proxy-ssl-verify-depth"
    case name = "proxy-ssl-name"
    case serverName = "proxy-ssl-server-name"
    case protocols = "proxy-ssl-protocols"
    case ciphers = "proxy-ssl-ciphers"
  }

  /// Everything has its default without a Secret.
  struct Setting: FamilySetting, Hashable {
    var secret: ObjectName?
    /// The Secret has `ca.crt`.
    var hasAuthority = false
    /// The Secret has `tls.crt` and `tls.key`, which the controller shows to the backend.
    var hasCertificate = false
    /// The backend's certificate is checked.
    var verifies = false
    var depth = 1
    /// The name that the certificate is checked for and that SNI says; empty for nginx's own.
    var name = ""
    /// The name is sent as SNI.
    var sendsServerName = false
    /// Sorted.
    var protocols = ["TLSv1.2"]
    /// In the words of OpenSSL.
    var ciphers = "DEFAULT"
  }

  static let heading: String? = "backend-certificate-authentication"

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let text = try annotations.text(.secret) else {
      annotations.ignoreAll(but: .secret, openly: [.verify])
      return Setting()
    }
    let secret: CertificateSecret
    do {
      secret = try annotations.surroundings.certificates(text, for: annotations.namespace)
    } catch {
      throw .denied(key: Key.secret.rawValue, reason: error.reason)
    }
    return try read(&annotations, secret)
  }

  private static func read(
    _ annotations: inout Annotations<Self>, _ secret: CertificateSecret
  ) throws(Refusal) -> Setting {
    let depth = try annotations.integer(.depth) ?? 1
    return Setting(
      secret: secret.name, hasAuthority: secret.hasAuthority,
      hasCertificate: secret.hasCertificate, verifies: try annotations.text(.verify) == "on",
      depth: depth == 0 ? 1 : depth, name: trimmed((try annotations.text(.name) ?? "")[...]),
      sendsServerName: try annotations.text(.serverName) == "on",
      protocols: try protocols(&annotations),
      ciphers: try annotations.text(.ciphers) ?? "DEFAULT")
  }

  /// Words between blanks, sorted (`proxyssl.sortProtocols`).
  private static func protocols(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> [String] {
    let words = (try annotations.text(.protocols) ?? "").split(separator: " ").map(String.init)
    return words.isEmpty ? Setting().protocols : words.sorted()
  }
}

extension IngressSettings {
  var backendTLS: BackendTLS.Setting { self[BackendTLS.self] }
}
