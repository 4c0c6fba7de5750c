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
    guard !check.subject.isEmpty else { return nil }
    guard certificate != .absent else {
      return answered(403, Step("there is no client certificate: 403", route.origin))
    }
    depend(
      on: ["a client certificate whose subject fits \(check.subject), else 403"], route.origin)
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
