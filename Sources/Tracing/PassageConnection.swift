import Routing

extension Passage {
  /// The shares after TLS with their backends: Envoy answers 503 where a handshake fails, nginx 502.
  mutating func connect(
    _ fractions: [Fraction], _ connections: Connections, of route: Route
  ) -> [Fraction] {
    var schemes: Set<String> = []
    let failure = received.reading.proxy == .nginx ? 502 : 503
    let connected = fractions.map { fraction -> Fraction in
      guard case .backend(let backend) = fraction.receiver else { return fraction }
      let connection = connections.connection(to: backend)
      schemes.insert(connection?.scheme ?? upstreamScheme)
      guard let security = connection?.security ?? upstreamSecurity else { return fraction }
      switch security.handshake(received.request.world.backendCertificate, host: upstreamHost) {
      case .succeeds: return fraction
      case .unknown(let text):
        depend(on: ["a certificate of \(backend) \(text), else \(failure)"], route.origin)
        return fraction
      case .fails(let reason):
        steps.append(
          Step("the certificate of \(backend) is refused: \(reason): \(failure)", route.origin))
        return Fraction(.status(failure), fraction.numerator, of: fraction.denominator)
      }
    }
    if schemes.count == 1, let scheme = schemes.first { upstreamScheme = scheme }
    return connected
  }
}
