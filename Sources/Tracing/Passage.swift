import Patterns
import Routing

/// What has been decided about a request so far.
struct Passage {
  let received: ReceivedRequest
  /// Path and query on the way to the backend.
  var forwarded: [UInt8]
  var upstreamHost: String
  var upstreamScheme = "http"
  /// What nginx asks of the backend's certificate.
  var upstreamSecurity: UpstreamSecurity?
  var copies: [Copy] = []
  var questions: [AskedAddress] = []
  let expectsProxyProtocol: Bool
  /// The mirrors that get what the backend gets.
  var mirrors: [Mirror] = []
  var responseRewrite: ResponseRewrite?
  /// Where the path's rewrite was found.
  var captures: Match?
  /// Variables that snippets have set.
  var variables: [String: String] = [:]
  /// The lines of `allow` and `deny` in snippets.
  var addressLines: [Directive] = []
  var responseHeaders: [Header]
  /// How many of them, the first, are the listener's own.
  var listenerHeaderCount: Int
  /// Headers that go onto successes and redirects alone (`add_header` without `always`).
  var successHeaders: [Header] = []
  var upstreamHeaders: [Header] = []
  var removedUpstreamHeaders: [String] = []
  var sessionCookie: SessionCookie?
  /// The limit that lets through a part of the repeated requests.
  var bucket: RateLimit?
  var conditions: [String] = []
  var steps: [Step] = []

  init(_ received: ReceivedRequest, listener: Listener?) {
    self.received = received
    forwarded = received.target.forwarded
    upstreamHost = received.upstreamHost
    responseHeaders = listener?.responseHeaders ?? []
    listenerHeaderCount = responseHeaders.count
    expectsProxyProtocol = listener?.expectsProxyProtocol ?? false
  }

  /// Ends with a status of the proxy's own; the message is what the answer's body says.
  func answered(
    _ status: Int, location: String? = nil, _ step: Step, saying message: String = ""
  ) -> Answer {
    let reply = LocalReply(status, saying: message, to: received)
    var answer = Answer(
      outcome: .answered(status: reply.status, location: location),
      responseHeaders: responseHeaders + successHeaders(of: status) + reply.headers,
      conditions: conditions, steps: steps + [step])
    answer.copies = copies
    answer.questions = questions
    answer.expectsProxyProtocol = expectsProxyProtocol
    return answer
  }

  /// Ends at backends; parts that the proxy answers itself stay among the fractions.
  func forwarded(to fractions: [Fraction], _ shares: [Step]) -> Answer {
    let status = received.request.world.backend?.status ?? 200
    let headers = responseHeaders + successHeaders(of: status)
    var answer = Answer(
      outcome: .forwarded(fractions), upstreamPath: String(decoding: forwarded, as: UTF8.self),
      upstreamHost: upstreamHost, responseHeaders: headers + cookieHeader(fractions),
      upstreamHeaders: upstreamHeaders, removedUpstreamHeaders: removedUpstreamHeaders,
      conditions: conditions, steps: steps + shares)
    answer.upstreamScheme = upstreamScheme
    answer.copies = copiesOfForwarded
    answer.questions = questions
    answer.expectsProxyProtocol = expectsProxyProtocol
    answer.clientHeaders = received.clientHeaders
    answer.responseHeaders += endOfCall
    return answer.withBackendAnswer(received, responseRewrite)
  }

  private func successHeaders(of status: Int) -> [Header] {
    let isSuccess = [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].contains(status)
    return isSuccess ? successHeaders : []
  }

  /// A client that already has the cookie of one of the receivers gets no new one; Envoy takes any
  /// cookie of the name for it.
  private func cookieHeader(_ fractions: [Fraction]) -> [Header] {
    guard let cookie = sessionCookie else { return [] }
    let isKnown = fractions.contains { fraction in
      guard case .backend(let backend) = fraction.receiver else { return false }
      return backend.description == received.request.sessionOf
    }
    let isSilent = fractions.allSatisfy { $0.receiver == cookie.silentBackend.map { .backend($0) } }
    let isSecure = received.request.scheme == .https
    let attributes = isSecure ? cookie.secureAttributes : cookie.attributes
    let value = attributes.isEmpty ? cookie.name : "\(cookie.name); \(attributes)"
    let isHeld = received.reading.proxy == .envoy && received.headers.cookie(cookie.name) != nil
    return isKnown || isSilent || isHeld ? [] : [Header("set-cookie", value)]
  }
}
