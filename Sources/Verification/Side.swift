import Routing
import Tracing

/// One site, as far as one host and scheme are concerned.
struct Side {
  let answering: Answering
  /// Nil where no host takes the name.
  let landing: Landing?

  init(_ answering: Answering, _ name: String, _ scheme: Request.Scheme) {
    self.answering = answering
    landing = answering.landing(of: name, scheme)
  }

  var routes: [Route] { landing?.host.routes ?? [] }

  /// Whether what the decided route does to one path tells what it does to all.
  func isPathFree(_ decision: Landing.Decision) -> Bool {
    landing?.authorization.isOpen ?? true
      && !behaviours.contains(where: \.isPathBound)
      && route(decision).map { !$0.isPathBound } ?? true
  }

  var behaviours: [Behaviour] { landing?.host.behaviours ?? [] }

  /// The places of the routes that take a path, conditions aside.
  func routes(taking path: [UInt8]) -> [Int] {
    guard let landing else { return [] }
    return routes.indices.filter { landing.takes(path, $0) }
  }

  func route(_ decision: Landing.Decision) -> Route? { decision.route.map { routes[$0] } }

  /// What decides a request, and a way to ask for the answer.
  func decision(
    on request: Request, among candidates: [Int], _ isPlain: Bool
  ) -> (decision: Landing.Decision, answer: () -> Answer) {
    // Where no rule looks at more than the path, the first decides.
    if isPlain, let landing {
      let decision = Landing.Decision(route: candidates.first)
      return (decision, { landing.answer(to: request, by: decision) })
    }
    guard let landing, let received = landing.received(request) else {
      return (Landing.Decision(), { answering.answer(to: request) })
    }
    let decision = landing.decision(on: received, among: candidates)
    return (decision, { landing.answer(to: received, by: decision) })
  }

  /// Whether no request gets through at all.
  func isClosed(to request: Request) -> Bool {
    guard landing == nil, case .failed = answering.answer(to: request).outcome else { return false }
    return true
  }

  /// The routes that can take a path: those of its class, and irregular ones that do.
  func candidates(_ regular: [Int], _ irregular: Set<Int>, for path: [UInt8]) -> [Int] {
    guard let landing, !irregular.isEmpty else { return regular }
    return (regular + irregular.filter { landing.takes(path, $0) }).sorted()
  }
}

extension Route {
  fileprivate var isPathBound: Bool {
    if case .redirect(let redirect) = destination, redirect.isPathBound { return true }
    return behaviours.contains(where: \.isPathBound)
  }
}

extension Redirect {
  fileprivate var isPathBound: Bool {
    switch target {
    case .literal(let text): text.utf8.contains(UInt8(ascii: "$"))
    case .parts(let parts): parts.path != nil
    }
  }
}

extension Behaviour {
  fileprivate var isPathBound: Bool {
    switch self {
    case .redirect(let redirect), .secureRedirect(let redirect): redirect.isPathBound
    case .rewritePath, .snippet, .forwardedPrefix, .access, .signIn, .mirror: true
    case .cors, .rewriteHost, .refuse, .clientCertificate, .noTime, .bodyLimit, .rateLimit,
      .upstreamProtocol, .responseRewrite, .requestHeaders, .responseHeaders, .errorPages,
      .sessionCookie, .depends:
      false
    }
  }
}
