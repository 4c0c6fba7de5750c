import Kubernetes

/// Asks clients for a certificate, for a whole host (`authtls`).
enum ClientCertificates: AnnotationFamily {
  enum Key: String, CaseIterable {
    case secret = "auth-tls-secret"
    case verification = "auth-tls-verify-client"
    case depth = "auth-tls-verify-depth"
    case errorPage = "auth-tls-error-page"
    case passesCertificate = "auth-tls-pass-certificate-to-upstream"
    case matchCN = "auth-tls-match-cn"
  }

  /// Whether a client's certificate is asked for and checked (`ssl_verify_client`).
  enum Verification: String, CaseIterable, Sendable {
    case on
    case off
    case optional
    case optionalNoCA = "optional_no_ca"
  }

  struct Setting: FamilySetting, Hashable {
    /// Where the authorities are; nil where no certificate is asked for.
    var secret: ObjectName?
    /// The Secret has `ca.crt`; without it no certificate is asked for either.
    var hasAuthority = false
    var verification = Verification.on
    var depth = 1
    /// Where clients without a good certificate are sent; empty for a 400.
    var errorPage = ""
    /// The certificate reaches the backend in `ssl-client-cert`.
    var passesCertificate = false
    /// What the subject of the certificate has to fit, `CN=` and an expression; empty for all.
    var matchCN = ""
    /// Why the whole host answers 403; nil where it does not.
    var fault: String?
  }

  static let heading: String? = "client-certificate-authentication"

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let text = try annotations.text(.secret) else {
      annotations.ignoreAll(but: .secret, openly: [.verification, .matchCN])
      return Setting()
    }
    let secret: CertificateSecret
    do {
      secret = try annotations.surroundings.certificates(text, for: annotations.namespace)
    } catch {
      annotations.deny(.secret, error.reason)
      return Setting(fault: error.reason)
    }
    return try read(&annotations, secret)
  }

  private static func read(
    _ annotations: inout Annotations<Self>, _ secret: CertificateSecret
  ) throws(Refusal) -> Setting {
    let verification = try annotations.text(.verification).flatMap(Verification.init(rawValue:))
    let depth = try annotations.integer(.depth) ?? 1
    let setting = Setting(
      secret: secret.name, hasAuthority: secret.hasAuthority, verification: verification ?? .on,
      depth: depth == 0 ? 1 : depth, errorPage: try annotations.text(.errorPage) ?? "",
      passesCertificate: try annotations.flag(.passesCertificate) ?? false,
      matchCN: try annotations.text(.matchCN) ?? "")
    if !secret.hasAuthority {
      annotations.ignore(
        .secret, expected: "a Secret with ca.crt", instead: "asks no client for a certificate",
        failsOpen: true)
    }
    return setting
  }
}

extension IngressSettings {
  var clientCertificates: ClientCertificates.Setting { self[ClientCertificates.self] }
}
