import Evidence
import GatewayAPI
import Patterns
import Routing

/// A route and its path as Gateway API says it.
struct SpokenRoute {
  var route: Route
  /// Nil where the path cannot be said, or can never match.
  var path: HTTPRoute.Path?
  /// Whether ingress-nginx serves a path that cannot be said: its requests go elsewhere.
  var isLost = false
}

/// Says the paths of one host: as Exact and PathPrefix, or, on a host with regular expressions,
/// all as expressions, so that Istio's order by length is nginx's.
struct PathSpeaker {
  private(set) var routes: [SpokenRoute] = []
  private(set) var findings: [Finding] = []
  private let stripsPrefixes: Bool

  /// Speaks the paths of a host.
  ///
  /// Where prefixes are stripped, an expression whose rewrite replaces a prefix becomes that prefix,
  /// unless another path of the host stands in the way.
  init(_ host: Host, stripsPrefixes: Bool) {
    self.stripsPrefixes = stripsPrefixes
    if host.routes.contains(where: { $0.path.isLocationPattern }) {
      speakPatterns(host.routes)
    } else {
      for route in host.routes { speakPlain(route) }
    }
  }

  private mutating func speakPlain(_ route: Route) {
    switch route.path {
    case .exact(let path): add(route, .exact, path)
    case .prefix(let path), .text(let path): add(route, .pathPrefix, path)
    case .pattern(let pattern): add(route, expression: pattern.text)
    }
  }

  /// Adds an expression that fits the whole path.
  private mutating func add(_ route: Route, expression: String) {
    var spoken = SpokenRoute(route: route, path: nil)
    if let problem = rejection(of: expression) {
      findings.append(finding(.patternNotPortable, route, "\(expression): \(problem)"))
    } else if expression.utf8.count > 1024 {
      findings.append(finding(.pathTooLong, route, expression))
    } else {
      spoken.path = HTTPRoute.Path(.regularExpression, expression)
    }
    routes.append(spoken)
  }

  /// Adds a literal path; what cannot stand in a match is percent-encoded, as clients send it.
  private mutating func add(_ route: Route, _ type: HTTPRoute.Path.Kind, _ path: String) {
    guard route.owner != nil else {
      routes.append(SpokenRoute(route: route, path: nil))
      return
    }
    guard isReachable(path) else {
      routes.append(SpokenRoute(route: route, path: nil))
      findings.append(finding(.pathNeverMatches, route, path))
      return
    }
    let encoded = percentEncoded(path)
    guard encoded.utf8.count <= 1024 else {
      routes.append(SpokenRoute(route: route, path: nil, isLost: true))
      findings.append(finding(.pathTooLong, route, path))
      return
    }
    if encoded != path { findings.append(finding(.pathEncoded, route, "\(path) as \(encoded)")) }
    routes.append(SpokenRoute(route: route, path: HTTPRoute.Path(type, encoded)))
  }

  private mutating func speakPatterns(_ all: [Route]) {
    let texts = all.map(\.path.expression)
    let wrapper = PatternWrapper(for: texts)
    var spoken: [Int] = []
    var stripped = StrippedPrefixes()
    for (index, route) in all.enumerated() {
      // An exact path comes before every expression, as `app-root` does before every location.
      if case .exact(let path) = route.path {
        add(route, .exact, path)
        continue
      }
      routes.append(SpokenRoute(route: route, path: nil))
      guard route.owner != nil, !isCovered(index, all) else { continue }
      if stripsPrefixes, let prefix = stripped.prefix(of: route) {
        routes[index].path = HTTPRoute.Path(.pathPrefix, prefix)
        continue
      }
      stripped.note(texts[index])
      if let problem = wrapper.problem(in: texts[index]) {
        routes[index].isLost = true
        findings.append(finding(.patternNotPortable, route, "\(texts[index]): \(problem)"))
      } else {
        spoken.append(index)
      }
    }
    for (index, groups) in zip(spoken, paddings(spoken.map { texts[$0] })) {
      let text = wrapper.wrap(texts[index])
      guard text.utf8.count + groups * noOperation.utf8.count <= 1024 else {
        routes[index].isLost = true
        findings.append(finding(.pathTooLong, all[index], texts[index]))
        continue
      }
      let padding = String(repeating: noOperation, count: groups)
      routes[index].path = HTTPRoute.Path(.regularExpression, text + padding)
    }
  }

  /// A Prefix path stands twice in regex mode, with and without a final `/`: the second covers both.
  private func isCovered(_ index: Int, _ all: [Route]) -> Bool {
    guard index + 1 < all.count else { return false }
    let (route, next) = (all[index], all[index + 1])
    return route.path.expression == next.path.expression + "/"
      && route.destination == next.destination && route.behaviours.count == next.behaviours.count
      && route.origin == next.origin
  }

  private func finding(_ rule: Rule, _ route: Route, _ message: String) -> Finding {
    Finding(
      rule, of: route.origin.object, at: route.origin.place, field: route.origin.part,
      message: message)
  }
}

extension Host {
  /// Whether some path is an expression, so that all are said as expressions.
  var hasPatterns: Bool { routes.contains { $0.path.isPattern } }
}

extension PathMatch {
  fileprivate var isPattern: Bool {
    switch self {
    case .pattern: true
    case .exact, .prefix, .text: false
    }
  }

  /// The path as an expression that is anchored at its start.
  fileprivate var expression: String {
    switch self {
    case .pattern(let pattern): pattern.text
    case .exact(let path): escape(path) + "$"
    case .prefix(let path): path == "/" ? "/" : escape(path) + "(?:/|$)"
    case .text(let path): escape(path)
    }
  }
}

private func escape(_ literal: String) -> String { Pattern.escape(literal) }
