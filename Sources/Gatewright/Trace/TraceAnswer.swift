/// What one side does with a request.
public struct TraceAnswer: Hashable, Sendable {
  /// How a request ends.
  public enum Outcome: Hashable, Sendable {
    /// One of these takes it; the shares sum to 1.
    case forwarded([TraceShare])
    /// The proxy answers itself; the location is that of a redirect.
    case answered(status: Int, location: String?)
    /// There is no HTTP answer; the text says why, for example `no listener`.
    case failed(String)
  }

  /// How the request ends.
  public var outcome: Outcome
  /// Path and query as the backend sees them; nil unless forwarded.
  public var upstreamPath: String?
  /// The Host header as the backend sees it; nil unless forwarded.
  public var upstreamHost: String?
  /// How the backend is reached, for example `http`, `https` or `grpc`; nil unless forwarded.
  public var upstreamScheme: String?
  /// The copies that mirrors get.
  public var mirrored: [MirroredRequest]
  /// The status that the backend is taken to answer; nil where nobody says it.
  public var backendStatus: Int?
  /// The backend's Location as the client sees it; nil where nobody says it.
  public var backendLocation: String?
  /// Headers about the client that the proxy sets for every backend, for example X-Real-IP.
  public var clientHeaders: [HeaderLine]
  /// Headers that the proxy puts on the answer.
  public var responseHeaders: [HeaderLine]
  /// Headers that the proxy sets, or with a nil value removes, on the way to the backend.
  public var upstreamHeaders: [HeaderLine]
  /// The Secret whose certificate the client sees, or `default`; nil without TLS.
  public var certificate: String?
  /// What the answer still hangs on, in words.
  public var conditions: [String]
  /// How the decision was reached, in order.
  public var steps: [TraceStep]

  /// Describes an answer.
  public init(
    outcome: Outcome, upstreamPath: String? = nil, upstreamHost: String? = nil,
    upstreamScheme: String? = nil, mirrored: [MirroredRequest] = [], backendStatus: Int? = nil,
    backendLocation: String? = nil, clientHeaders: [HeaderLine] = [],
    responseHeaders: [HeaderLine] = [], upstreamHeaders: [HeaderLine] = [],
    certificate: String? = nil, conditions: [String] = [], steps: [TraceStep] = []
  ) {
    self.outcome = outcome
    self.upstreamPath = upstreamPath
    self.upstreamHost = upstreamHost
    self.upstreamScheme = upstreamScheme
    self.mirrored = mirrored
    self.backendStatus = backendStatus
    self.backendLocation = backendLocation
    self.clientHeaders = clientHeaders
    self.responseHeaders = responseHeaders
    self.upstreamHeaders = upstreamHeaders
    self.certificate = certificate
    self.conditions = conditions
    self.steps = steps
  }
}
