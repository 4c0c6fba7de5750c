import Routing

extension Passage {
  /// nginx answers 400 where the certificate is missing or wrong, and 403 where no subject fits;
  /// what the subject is stays a condition.
  mutating func check(_ check: ClientCertificateCheck, of route: Route) -> Answer? {
    let isSecure = received.request.scheme == .https
    let certificate = isSecure ? received.request.clientCertificate : .absent
    if isSecure, let secret = check.secret, !check.admits(certificate) {
      let text = "no client certificate signed by Secret \(secret)"
      guard check.errorPage.hasPrefix("http") else {
        return answered(400, Step("\(text): 400", route.origin))
      }
      return answered(
        302, location: check.errorPage, Step("\(text): \(check.errorPage)", route.origin))
    }
    return check.subject.isEmpty ? nil : look(for: check.subject, on: certificate, route.origin)
  }

  /// Envoy looks at the subject after the handshake, and before anything else.
  mutating func meet(_ demand: ClientCertificateDemand, of listener: Listener) -> Answer? {
    for subject in demand.subjects {
      let certificate = received.request.clientCertificate
      if let answer = look(for: subject, on: certificate, listener.origin) { return answer }
    }
    return nil
  }

  private mutating func look(
    for subject: String, on certificate: ClientCertificate, _ origin: Origin
  ) -> Answer? {
    guard certificate != .absent else {
      return answered(
        403, Step("there is no client certificate: 403", origin), saying: "RBAC: access denied")
    }
    depend(on: ["a client certificate whose subject fits \(subject), else 403"], origin)
    return nil
  }
}

extension ClientCertificateCheck {
  fileprivate func admits(_ certificate: ClientCertificate) -> Bool {
    switch certificate {
    case .absent: isOptional
    case .trusted: true
    case .untrusted: acceptsUntrusted
    }
  }
}
