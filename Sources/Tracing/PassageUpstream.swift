import Routing

extension Passage {
  /// How the backend is reached.
  mutating func speak(_ spoken: UpstreamProtocol) {
    switch spoken.kind {
    case .clients: upstreamScheme = received.request.scheme.rawValue
    case .http, .https, .grpc, .grpcs, .fastCGI: upstreamScheme = spoken.kind.rawValue
    }
    if spoken.losesHost { upstreamHost = "upstream_balancer" }
  }

  /// Answers 413 where the body is longer than it may be; nginx looks at its announced length first.
  func check(bodyLimit: Int, of route: Route) -> Answer? {
    let length = received.request.bodyLength
    guard length > bodyLimit else { return nil }
    return answered(
      413, Step("\(length) bytes of body, \(bodyLimit) are allowed: 413", route.origin))
  }

  /// What TLS says of the client is not part of a request, so that it stays a condition.
  mutating func check(_ check: ClientCertificateCheck, of route: Route) -> Answer? {
    guard received.request.scheme == .https else {
      guard !check.subject.isEmpty else { return nil }
      return answered(403, Step("there is no client certificate: 403", route.origin))
    }
    var words: [String] = []
    if let secret = check.secret, !check.isOptional {
      words.append("a client certificate signed by Secret \(secret), else 400")
    }
    if !check.subject.isEmpty {
      words.append("a client certificate whose subject fits \(check.subject), else 403")
    }
    for text in words {
      conditions.append(text)
      steps.append(Step("depends on \(text)", route.origin))
    }
    return nil
  }

  /// States what a client may not exceed.
  mutating func limit(_ limit: RateLimit, of route: Route) {
    let address = AddressBytes(received.client.address)
    let isExempt = limit.exempt.contains { AddressRange($0)?.contains(address) ?? false }
    guard !isExempt else { return }
    var words: [String] = []
    if limit.perSecond > 0 {
      words.append(
        "at most \(limit.perSecond) requests a second of this client (\(burst(limit, limit.perSecond)))"
      )
    }
    if limit.perMinute > 0 {
      words.append(
        "at most \(limit.perMinute) requests a minute of this client (\(burst(limit, limit.perMinute)))"
      )
    }
    if limit.connections > 0 {
      words.append(
        "at most \(limit.connections) requests of this client at a time, else \(limit.connectionStatus)"
      )
    }
    for text in words {
      conditions.append(text)
      steps.append(Step("depends on \(text)", route.origin))
    }
  }

  private func burst(_ limit: RateLimit, _ rate: Int) -> String {
    "\(rate * limit.burstMultiplier) more at once, else \(limit.rateStatus)"
  }
}
