import Evidence
import Routing

extension RequestProbe {
  /// The request in the words of the routing floor.
  var routed: Request {
    var request = Request(
      method: method,
      scheme: scheme == .https ? .https : .http, host: host, target: target,
      headers: headers.map { Header($0.name, $0.value ?? "") }, port: port,
      serverName: routedServerName, clientAddress: clientAddress, bodyLength: bodyLength,
      sessionOf: stickyCookieFrom, clientCertificate: routedCertificate, repeats: repeats,
      world: World(
        backend: takenBackendAnswer?.routed,
        authentication: authenticationAnswers.mapValues(\.routed),
        backendCertificate: backendCertificate.map {
          BackendCertificate(names: $0.names, authority: $0.authority)
        }))
    request.login = login.flatMap { Login($0) }
    return request
  }

  private var routedCertificate: Routing.ClientCertificate {
    switch clientCertificate {
    case .absent: .absent
    case .trusted: .trusted
    case .untrusted: .untrusted
    }
  }

  private var routedServerName: String? {
    switch serverName {
    case .ofHost: nil
    case .absent: ""
    case .name(let name): name
    }
  }
}

extension TraceAnswer {
  /// An answer in public words.
  init(_ answer: Answer) {
    self.init(
      outcome: Outcome(answer.outcome), upstreamPath: answer.upstreamPath,
      upstreamHost: answer.upstreamHost, upstreamScheme: answer.upstreamScheme,
      mirrored: answer.copies.map {
        MirroredRequest(
          method: $0.method, host: $0.host, target: $0.target, percent: $0.part.percent)
      },
      backendStatus: answer.backendStatus, backendLocation: answer.backendLocation,
      clientHeaders: answer.clientHeaders.map { HeaderLine($0.name, $0.value) },
      responseHeaders: answer.responseHeaders.map { HeaderLine($0.name, $0.value) },
      upstreamHeaders: answer.upstreamHeaders.map { HeaderLine($0.name, $0.value) }
        + answer.removedUpstreamHeaders.map { HeaderLine($0, nil) },
      certificate: answer.certificate, conditions: answer.conditions,
      steps: answer.steps.map {
        TraceStep($0.text, subject: $0.origin.object, place: $0.origin.place)
      })
    if case .answered = outcome {
      (upstreamPath, upstreamHost, upstreamScheme) = (nil, nil, nil)
      clientHeaders = []
    }
  }
}

extension TraceAnswer.Outcome {
  /// An outcome in public words; a status that takes every request is an answer of the proxy's own.
  init(_ outcome: Answer.Outcome) {
    switch outcome {
    case .forwarded(let fractions): self = Self.forwarded(fractions)
    case .answered(let status, let location): self = .answered(status: status, location: location)
    case .failed(let reason): self = .failed(reason)
    }
  }

  private static func forwarded(_ fractions: [Fraction]) -> Self {
    let taking = fractions.filter { $0.numerator > 0 && $0.denominator > 0 }
    if taking.count == 1, case .status(let status)? = taking.first?.receiver {
      return .answered(status: status, location: nil)
    }
    return .forwarded(taking.map { TraceShare($0) })
  }
}

extension TraceShare {
  /// A fraction in public words.
  init(_ fraction: Fraction) {
    let receiver =
      switch fraction.receiver {
      case .backend(let backend): backend.description
      case .status(let status): "status:\(status)"
      }
    self.init(
      receiver: receiver, numerator: fraction.numerator, denominator: fraction.denominator)
  }
}
