/// What a site does with one request.
package struct Answer: Hashable, Sendable {
  /// How a request ends.
  package enum Outcome: Hashable, Sendable {
    /// One of these takes it; the fractions sum to 1.
    case forwarded([Fraction])
    /// The proxy answers itself; `location` for redirects.
    case answered(status: Int, location: String?)
    /// There is no HTTP answer at all: `no listener`, `connection closed`, …
    case failed(String)
  }

  package var outcome: Outcome
  /// Path and query as the backend sees them; nil unless forwarded.
  package var upstreamPath: String?
  /// The Host header as the backend sees it; nil unless forwarded.
  package var upstreamHost: String?
  /// How the backend is reached, for example `http`, `https` or `grpc`; nil unless forwarded.
  package var upstreamScheme: String?
  /// The copies that are sent elsewhere.
  package var copies: [Copy] = []
  /// Whether the connection has to begin with the PROXY protocol.
  package var expectsProxyProtocol = false
  /// Where authentication services are asked about the request, as far as that is known.
  package var questions: [AskedAddress] = []
  /// The status that the backend is taken to answer, where that is known.
  package var backendStatus: Int?
  /// The Location of the backend's answer as the client sees it, where that is known.
  package var backendLocation: String?
  /// Headers about the client that the proxy sets on every request to a backend.
  package var clientHeaders: [Header] = []
  /// Headers that the proxy puts on the answer.
  package var responseHeaders: [Header]
  /// Headers that the proxy sets on the way to the backend.
  package var upstreamHeaders: [Header]
  /// Headers that the proxy removes on the way to the backend.
  package var removedUpstreamHeaders: [String]
  /// The Secret whose certificate the client sees, or `default`; nil without TLS.
  package var certificate: String?
  /// What the answer still hangs on, in words.
  package var conditions: [String]
  /// How the decision was reached, in order.
  package var steps: [Step]

  package init(
    outcome: Outcome, upstreamPath: String? = nil, upstreamHost: String? = nil,
    responseHeaders: [Header] = [], upstreamHeaders: [Header] = [],
    removedUpstreamHeaders: [String] = [], certificate: String? = nil, conditions: [String] = [],
    steps: [Step] = []
  ) {
    self.outcome = outcome
    self.upstreamPath = upstreamPath
    self.upstreamHost = upstreamHost
    self.responseHeaders = responseHeaders
    self.upstreamHeaders = upstreamHeaders
    self.removedUpstreamHeaders = removedUpstreamHeaders
    self.certificate = certificate
    self.conditions = conditions
    self.steps = steps
  }
}

/// A copy of a request.
package struct Copy: Hashable, Sendable {
  package var method: String
  package var host: String
  /// Path and query.
  package var target: String
  /// How many of such requests are copied.
  package var part: CopiedPart

  package init(method: String, host: String, target: String, part: CopiedPart = .all) {
    self.method = method
    self.host = host
    self.target = target
    self.part = part
  }
}

/// The exact part of the requests that one receiver takes.
package struct Fraction: Hashable, Sendable {
  /// Who takes the part.
  package enum Receiver: Hashable, Sendable {
    case backend(Backend)
    /// The proxy answers this part itself.
    case status(Int)
  }

  package var receiver: Receiver
  package var numerator: Int
  package var denominator: Int

  package init(_ receiver: Receiver, _ numerator: Int, of denominator: Int) {
    self.receiver = receiver
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// One step on the way to an answer, for people.
package struct Step: Hashable, Sendable {
  /// What was decided, for example `location /api/ (Prefix /api)`.
  package var text: String
  /// What decided it.
  package var origin: Origin

  package init(_ text: String, _ origin: Origin = Origin()) {
    self.text = text
    self.origin = origin
  }
}
