import Routing

extension Passage {
  /// The shares after TLS with their backends: Envoy answers 503 where a handshake fails.
  mutating func connect(
    _ fractions: [Fraction], _ connections: Connections, of route: Route
  ) -> [Fraction] {
    var schemes: Set<String> = []
    let connected = fractions.map { fraction -> Fraction in
      guard case .backend(let backend) = fraction.receiver else { return fraction }
      guard let connection = connections.connection(to: backend) else {
        schemes.insert(upstreamScheme)
        return fraction
      }
      schemes.insert(connection.scheme)
      guard let security = connection.security else { return fraction }
      switch security.handshake(received.request.world.backendCertificate, host: upstreamHost) {
      case .succeeds: return fraction
      case .unknown(let text):
        depend(on: ["a certificate of \(backend) \(text), else 503"], route.origin)
        return fraction
      case .fails(let reason):
        steps.append(
          Step("the certificate of \(backend) is refused: \(reason): 503", route.origin))
        return Fraction(.status(503), fraction.numerator, of: fraction.denominator)
      }
    }
    if schemes.count == 1, let scheme = schemes.first { upstreamScheme = scheme }
    return connected
  }
}
