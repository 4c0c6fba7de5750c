/// One HTTP request to trace, as a client sends it.
public struct RequestProbe: Hashable, Sendable {
  /// The schemes a request can have.
  public enum Scheme: String, Hashable, Sendable, CaseIterable {
    /// Plain text, by default on port 80.
    case http
    /// Over TLS, by default on port 443.
    case https
  }

  /// The TLS server name that the client sends.
  public enum ServerName: Hashable, Sendable {
    /// The host without its port.
    case ofHost
    /// No server name at all.
    case absent
    /// This name.
    case name(String)
  }

  /// The certificate that the client shows in the TLS handshake.
  public enum ClientCertificate: String, Hashable, Sendable, CaseIterable {
    /// None.
    case absent = "none"
    /// One that the authorities which the proxy asks for have signed.
    case trusted
    /// One that somebody else has signed.
    case untrusted
  }

  /// The method, for example `GET`.
  public var method: String
  /// The scheme.
  public var scheme: Scheme
  /// The Host header, with a port when the client sends one.
  public var host: String
  /// Path and query as sent, not decoded.
  public var target: String
  /// The header lines beside Host, in order.
  public var headers: [HeaderLine]
  /// The listener's port; nil for the scheme's own.
  public var port: Int?
  /// The TLS server name.
  public var serverName: ServerName
  /// The address the request comes from.
  public var clientAddress: String
  /// The length of the body in bytes.
  public var bodyLength: Int
  /// The backend whose session cookie the client carries, as `namespace/service:port`.
  public var stickyCookieFrom: String?
  /// The user whose right password the client sends, behind the word that `Authorization` begins with:
  /// `Basic ann`; nil where the headers say who it is, if anything does.
  public var login: String?
  /// The client's certificate.
  public var clientCertificate: ClientCertificate
  /// How often the request is sent at once, for limits that count requests.
  public var repeats: Int
  /// The Gateway the request is sent to; nil for the only one.
  public var gateway: QualifiedName?
  /// What backends are taken to answer; nil where nobody says it.
  public var backendAnswer: ServerAnswer?
  /// The certificate that backends are taken to show over TLS; nil where nobody says it.
  public var backendCertificate: ServerCertificate?
  /// What authentication services are taken to answer, by their address or their provider's name.
  public var authenticationAnswers: [String: ServerAnswer]

  /// Describes a request; only the host is needed.
  public init(
    method: String = "GET", scheme: Scheme = .http, host: String, target: String = "/",
    headers: [HeaderLine] = [], port: Int? = nil, serverName: ServerName = .ofHost,
    clientAddress: String = "203.0.113.10", bodyLength: Int = 0, stickyCookieFrom: String? = nil,
    login: String? = nil, clientCertificate: ClientCertificate = .absent, repeats: Int = 1,
    gateway: QualifiedName? = nil, backendAnswer: ServerAnswer? = nil,
    backendCertificate: ServerCertificate? = nil,
    authenticationAnswers: [String: ServerAnswer] = [:]
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
    self.stickyCookieFrom = stickyCookieFrom
    self.login = login
    self.clientCertificate = clientCertificate
    self.repeats = repeats
    self.gateway = gateway
    self.backendAnswer = backendAnswer
    self.backendCertificate = backendCertificate
    self.authenticationAnswers = authenticationAnswers
  }
}

/// One header line.
public struct HeaderLine: Hashable, Sendable {
  /// The name as sent.
  public var name: String
  /// The value; nil where a proxy removes the header.
  public var value: String?

  /// Makes a header line.
  public init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }
}
