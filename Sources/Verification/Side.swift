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
  var behaviours: [Behaviour] { landing?.host.behaviours ?? [] }

  /// The places of the routes that take a path, conditions aside.
  func routes(taking path: [UInt8]) -> [Int] {
    guard let landing else { return [] }
    return routes.indices.filter { landing.takes(path, $0) }
  }

  func route(_ decision: Landing.Decision) -> Route? { decision.route.map { routes[$0] } }

  func decision(on request: Request, among candidates: [Int]) -> Landing.Decision {
    landing?.decision(on: request, among: candidates) ?? Landing.Decision()
  }

  func answer(to request: Request, among candidates: [Int]) -> Answer {
    landing?.answer(to: request, among: candidates) ?? answering.answer(to: request)
  }

  /// The routes that can take a path: those of its class, and irregular ones that do.
  func candidates(_ regular: [Int], _ irregular: Set<Int>, for path: [UInt8]) -> [Int] {
    guard let landing, !irregular.isEmpty else { return regular }
    return (regular + irregular.filter { landing.takes(path, $0) }).sorted()
  }
}
