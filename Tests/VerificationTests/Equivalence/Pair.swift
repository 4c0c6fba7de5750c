import Routing
import Tracing
import Verification

/// Two sites for the host `a.test`, and what their comparison has to come to.
struct Pair: Sendable, CustomStringConvertible {
  enum Expectation: Sendable, Equatable {
    case equal
    /// No difference, and no proof.
    case checked
    /// The shortest path with a difference.
    case differs(String)
    /// The length of the shortest path with a difference, where there are several such paths.
    case differsAfter(Int)
  }

  let description: String
  let before: Site
  let after: Site
  let expectation: Expectation

  /// Two lists of routes, both of Envoy.
  init(
    _ description: String, _ before: [Route], _ after: [Route], _ expectation: Expectation
  ) {
    self.init(
      description, before: Sites.envoy(before), after: Sites.envoy(after), expectation)
  }

  init(_ description: String, before: Site, after: Site, _ expectation: Expectation) {
    self.description = description
    (self.before, self.after, self.expectation) = (before, after, expectation)
  }

  /// Two expressions over whole paths, each of one route.
  init(_ before: String, _ after: String, _ expectation: Expectation) {
    self.init(
      "\(before) and \(after)", [Sites.route(.whole(before))], [Sites.route(.whole(after))],
      expectation)
  }

  /// The pair the other way round.
  var reversed: Pair {
    Pair("\(description), reversed", before: after, after: before, expectation)
  }

  /// The verdict on the host.
  var verdict: HostVerdict? {
    Comparison(before, after).verdicts().first { $0.host.name == Sites.name }
  }
}

/// Small sites.
enum Sites {
  static let name = "a.test"

  static func envoy(_ routes: [Route]) -> Site { site(.istio, routes) }
  static func nginx(_ routes: [Route]) -> Site { site(.ingressNGINX, routes) }

  private static func site(_ reading: RequestReading, _ routes: [Route]) -> Site {
    let host = Host(pattern: .exact(name), routes: routes)
    return Site(
      reading: reading,
      listeners: [Listener(name: "http", port: 80, transport: .http, hosts: [host])])
  }

  static func route(
    _ path: PathMatch, to service: String = "web", _ behaviours: Behaviour...,
    when conditions: [Condition] = []
  ) -> Route {
    Route(
      path: path, conditions: conditions, behaviours: behaviours,
      destination: .forward(Choice(otherwise: Pool(backend(service)))))
  }

  static func backend(_ name: String) -> Backend {
    Backend(namespace: "shop", name: name, port: 80)
  }
}

extension PathMatch {
  /// An expression over the whole path, as Envoy reads it.
  static func whole(_ text: String) -> PathMatch { .pattern(PathPattern(text, .whole)) }
  /// An expression from the start on, in any letter case, as nginx reads it.
  static func start(_ text: String) -> PathMatch { .pattern(PathPattern(text, .start)) }
}
