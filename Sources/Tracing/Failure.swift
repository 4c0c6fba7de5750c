import Routing

/// Answers to requests that no route ever sees.
enum Failure {
  static func noListener(_ port: Int) -> Answer {
    Answer(outcome: .failed("no listener"), steps: [Step("nothing listens on port \(port)")])
  }

  /// nginx answers plain HTTP on a TLS port with 400; Envoy closes.
  static func wrongScheme(
    _ scheme: Request.Scheme, _ port: Int, _ proxy: RequestReading.Proxy
  ) -> Answer {
    let steps = [Step("port \(port) does not speak \(scheme.rawValue)")]
    if proxy == .nginx, scheme == .http {
      return Answer(outcome: .answered(status: 400, location: nil), steps: steps)
    }
    return Answer(outcome: .failed("connection closed"), steps: steps)
  }

  /// Envoy closes a TLS connection that no filter chain takes.
  static func unknownServerName(_ name: String) -> Answer {
    let shown = name.isEmpty ? "a client that sends none" : name
    return Answer(
      outcome: .failed("connection closed"),
      steps: [Step("no listener for the TLS server name of \(shown)")])
  }

  /// Envoy ends a handshake without the certificate that it asks for, and one with a wrong one.
  static func refusedCertificate(_ certificate: ClientCertificate, _ listener: Listener) -> Answer {
    let reason =
      switch certificate {
      case .absent: "the client shows no certificate"
      case .untrusted, .trusted: "the client's certificate is not trusted"
      }
    return Answer(outcome: .failed("connection closed"), steps: [Step(reason, listener.origin)])
  }

  static func refused(_ refusal: Refusal) -> Answer {
    Answer(
      outcome: .answered(status: refusal.status, location: nil),
      steps: [Step("refused before any route: \(refusal.reason)")])
  }

  static func noHost(_ name: String, _ passage: Passage) -> Answer {
    passage.answered(404, Step("no host for \(name.isEmpty ? "an empty name" : name)"))
  }
}

extension ClientCertificateDemand {
  /// Whether a handshake with a certificate succeeds; a wrong one is refused even where none is
  /// needed.
  func admits(_ certificate: ClientCertificate) -> Bool {
    switch certificate {
    case .absent: isOptional
    case .trusted: true
    case .untrusted: false
    }
  }
}
