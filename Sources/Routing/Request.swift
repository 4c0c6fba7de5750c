/// One HTTP request as a client sends it.
package struct Request: Hashable, Sendable {
  package enum Scheme: String, Hashable, Sendable, CaseIterable {
    case http
    case https
  }

  package var method: String
  package var scheme: Scheme
  /// The Host header, with a port when the client sent one.
  package var host: String
  /// The request target as sent: path and query, not decoded.
  package var target: String
  package var headers: [Header]
  /// The listener's port; nil for the scheme's own.
  package var port: Int?
  /// The TLS server name; nil for the host without its port, empty for none.
  package var serverName: String?
  package var clientAddress: String
  /// The length of the body in bytes.
  package var bodyLength: Int
  /// The backend whose session cookie the client carries, as `namespace/service:port`.
  package var sessionOf: String?
  /// Who the client says that it is, where no header tells.
  package var login: Login?
  /// The certificate that the client shows; of no use without TLS.
  package var clientCertificate: ClientCertificate
  /// How often the request is sent at once, for limits that count.
  package var repeats: Int
  /// What the world beside the proxy is taken to do.
  package var world: World

  package init(
    method: String = "GET", scheme: Scheme = .http, host: String, target: String = "/",
    headers: [Header] = [], port: Int? = nil, serverName: String? = nil,
    clientAddress: String = "203.0.113.10", bodyLength: Int = 0, sessionOf: String? = nil,
    clientCertificate: ClientCertificate = .absent, repeats: Int = 1, world: World = World()
  ) {
    self.method = method
    self.scheme = scheme
    self.host = host
    self.target = target
    self.headers = headers
    self.port = port
    self.serverName = serverName
    self.clientAddress = clientAddress
    self.bodyLength = bodyLength
    self.sessionOf = sessionOf
    self.clientCertificate = clientCertificate
    self.repeats = repeats
    self.world = world
  }
}
