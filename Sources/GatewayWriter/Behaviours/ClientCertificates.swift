import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension RouteSpeaker {
  /// A listener of the host's own asks for certificates in the TLS handshake; plain HTTP has none.
  mutating func sayClientCertificate(_ check: ClientCertificateCheck) {
    if let problem = context.options.problem(with: check) {
      return close(.clientCertificate, because: problem)
    }
    said(.clientCertificate, .certificateSubject)
    guard side == .https else { return sayPlain(check) }
    if let problem = context.authorities.problem(with: check, of: host.pattern) {
      return close(.clientCertificate, because: problem)
    }
    if !check.subject.isEmpty {
      find(.clientSubjectNames, about: .certificateSubject, check.subject)
    }
    lose(.certificateErrorPage, because: "The TLS handshake ends before any page can be named.")
    lose(
      .certificateHeaders,
      because: "Envoy tells backends of the certificate in X-Forwarded-Client-Cert, if at all.")
    speech.findings.append(
      Finding(
        .clientCertificateHandshake, of: host.origin.object, at: host.origin.place,
        message: host.pattern.hostname ?? "every host"))
  }

  /// Without TLS there is no subject, which then fits nothing.
  private mutating func sayPlain(_ check: ClientCertificateCheck) {
    guard !check.subject.isEmpty else { return }
    speech.refusesAll = true
    speech.guards = [.closed]
  }

  /// What every request is refused for is refused by a policy; agents and referers by none.
  mutating func sayRefusal(_ status: Int, _ conditions: [Condition]) {
    guard conditions.isEmpty else { return close(.userAgents) }
    said(.clientCertificate, .certificateSubject)
    speech.refusesAll = true
    speech.guards = [.closed]
  }
}

/// Which authorities each certificate's Secret stands beside: Istio looks for those of clients in the
/// Secret of the listener, or in the one with `-cacert` behind its name.
struct ClientAuthorities {
  private let certificates: CertificateTable
  private let secrets: [HostPattern: String]
  private let options: WriteOptions
  private var authorities: [String: Set<String>] = [:]

  init(_ site: Site, _ options: WriteOptions) {
    self.options = options
    certificates = site.certificates
    secrets = certificates.secrets
    for host in site.plainHosts {
      guard let check = host.certificateCheck, options.problem(with: check) == nil,
        let authority = check.secret, check.isRequired,
        let listener = certificates.listener(of: host.pattern, secrets)
      else { continue }
      authorities[listener.secret, default: []].insert(authority)
    }
  }

  /// Why no listener can ask for the certificates, one sentence; nil where one can.
  func problem(with check: ClientCertificateCheck, of pattern: HostPattern) -> String? {
    guard check.isRequired else {
      return "A listener of Istio 1.30 cannot ask for certificates that clients may leave out."
    }
    guard check.secret != nil else { return "The authorities are not known." }
    guard case .exact = pattern else {
      return "The listener of a wildcard host may serve other hosts, too."
    }
    guard let listener = certificates.listener(of: pattern, secrets) else { return nil }
    let others = authorities[listener.secret] ?? []
    return others.count < 2
      ? nil
      : "Hosts with the certificate \(listener.secret) ask for different authorities, "
        + "\(others.sorted().joined(separator: " and ")), and Istio takes one."
  }

  /// The https listener of a host: its own where clients are asked for certificates.
  func listener(of host: Host, _ shared: SecureListener?) -> SecureListener? {
    guard let shared, let check = host.certificateCheck, options.problem(with: check) == nil,
      let authority = check.secret, problem(with: check, of: host.pattern) == nil
    else { return shared }
    var listener = SecureListener(
      hostname: host.pattern.hostname, secret: shared.secret, authority: authority)
    listener.subject = check.subject.isEmpty ? nil : check.subject
    return listener
  }
}

extension Host {
  fileprivate var certificateCheck: ClientCertificateCheck? {
    for behaviour in behaviours {
      guard case .clientCertificate(let check) = behaviour else { continue }
      return check
    }
    return nil
  }
}

extension ClientCertificateCheck {
  /// Whether every client has to show a certificate that an authority has signed; without one, no
  /// subject fits.
  fileprivate var isRequired: Bool { !acceptsUntrusted && (!isOptional || !subject.isEmpty) }
}

extension WriteOptions {
  /// Why nothing can look at the subjects that a check asks for, one sentence; nil where something can.
  fileprivate func problem(with check: ClientCertificateCheck) -> String? {
    check.subject.isEmpty ? nil : problem(withSubject: check.subject)
  }
}

extension SecureListener {
  /// Istio's options of the listener.
  var options: [Pair] {
    var options: [Pair] = []
    if authority != nil { options.append(Pair("gateway.istio.io/tls-terminate-mode", "MUTUAL")) }
    if !ciphers.isEmpty {
      options.append(Pair("gateway.istio.io/tls-cipher-suites", ciphers.joined(separator: ",")))
    }
    return options
  }

  /// The Secret in which Istio looks for the authorities; nil where they stand beside the certificate.
  var authoritySecret: ObjectName? {
    guard let authority, authority != secret else { return nil }
    let certificate = ObjectName(secret: secret)
    return ObjectName(certificate.namespace, "\(certificate.name)-cacert")
  }

  /// What makes that Secret.
  var authorityStep: RolloutStep? {
    guard let target = authoritySecret, let authority else { return nil }
    let source = ObjectName(secret: authority)
    return RolloutStep(
      .prepare,
      title: "Put the authorities of clients' certificates into Secret "
        + "\(target.namespace)/\(target.name).",
      reason: "Istio takes them from there; until then the listener answers no handshake, or takes "
        + "those of ca.crt beside the certificate.",
      commands: [
        "kubectl create secret generic \(target.name) --namespace \(target.namespace) "
          + "--from-literal=ca.crt=\"$(kubectl get secret \(source.name) "
          + "--namespace \(source.namespace) --output jsonpath='{.data.ca\\.crt}' | base64 --decode)\""
      ],
      subject: ObjectReference(kind: "Secret", namespace: target.namespace, name: target.name))
  }
}

extension Rule {
  static let clientCertificateHandshake = Rule(
    "client-certificate-handshake", .note, .changed,
    title: "Clients without a certificate fail in the TLS handshake",
    before: "ingress-nginx answers them 400, or sends them to auth-tls-error-page.",
    after: "They get no TLS connection.",
    remedy: "Nothing, unless somebody reads the page.")
}
