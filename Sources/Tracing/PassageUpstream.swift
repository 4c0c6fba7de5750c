import Routing

extension Passage {
  /// How the backend is reached.
  mutating func speak(_ spoken: UpstreamProtocol) {
    switch spoken.kind {
    case .clients: upstreamScheme = received.request.scheme.rawValue
    case .http, .https, .grpc, .grpcs, .fastCGI: upstreamScheme = spoken.kind.rawValue
    }
    if let tls = spoken.tls, tls.verifies, upstreamScheme != "http" {
      upstreamSecurity = tls.security
    }
    if spoken.losesHost { upstreamHost = UpstreamTLS.internalName }
  }

  /// Answers 413 where the body is longer than it may be; nginx looks at its announced length first.
  func check(bodyLimit: Int, of route: Route) -> Answer? {
    let length = received.request.bodyLength
    guard length > bodyLimit else { return nil }
    return answered(
      413, Step("\(length) bytes of body, \(bodyLimit) are allowed: 413", route.origin),
      saying: "Payload Too Large")
  }

  /// States what a client may not exceed.
  mutating func limit(_ limit: RateLimit, of route: Route) {
    let address = AddressBytes(received.client.address)
    let isExempt = limit.exempt.contains { AddressRange($0)?.contains(address) ?? false }
    guard !isExempt else { return }
    var words: [String] = []
    if !limit.buckets.isEmpty { self.bucket = limit }
    for bucket in limit.buckets {
      let whose = bucket.isPerClient ? "this client" : "all clients"
      words.append(
        "at most \(bucket.tokens) requests of \(whose) at once and \(bucket.tokensPerFill) more "
          + "every \(bucket.fillInterval), else \(limit.rateStatus)")
    }
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
