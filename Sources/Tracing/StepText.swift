import Routing

/// The words in which steps are told: nginx's own for nginx, Gateway API's for Envoy.
enum StepText {
  static func listener(_ listener: Listener, _ proxy: RequestReading.Proxy) -> Step {
    let word = proxy == .nginx ? "port" : "listener \(listener.name) on port"
    return Step("\(word) \(listener.port)", listener.origin)
  }

  static func host(_ host: Host, _ proxy: RequestReading.Proxy) -> Step {
    let word = proxy == .nginx ? "server" : "hostname"
    return Step("\(word) \(text(host.pattern, proxy))", host.origin)
  }

  static func route(_ route: Route, _ proxy: RequestReading.Proxy) -> Step {
    let path =
      switch proxy {
      case .nginx: "location \(location(route.path))"
      case .envoy: "rule \(match(route.path))"
      }
    let conditions = route.conditions.map { " and \(text($0))" }.joined()
    return Step(path + conditions, route.origin)
  }

  static func noRoute(_ proxy: RequestReading.Proxy) -> String {
    proxy == .nginx ? "no location takes the path: 404" : "no rule matches: 404"
  }

  static func branch(_ branch: Branch, _ origin: Origin) -> Step {
    Step(branch.conditions.map(text).joined(separator: " and "), origin)
  }

  static func share(
    _ fraction: Fraction, _ proxy: RequestReading.Proxy, _ origin: Origin
  ) -> Step {
    let part =
      fraction.denominator == 1 ? "all" : "\(fraction.numerator) of \(fraction.denominator)"
    switch fraction.receiver {
    case .backend(let backend):
      return Step("\(proxy == .nginx ? "upstream" : "backendRef") \(backend): \(part)", origin)
    case .status(let status): return Step("status \(status): \(part)", origin)
    }
  }

  private static func text(_ pattern: HostPattern, _ proxy: RequestReading.Proxy) -> String {
    switch pattern {
    case .exact(let name): name
    case .oneLabel(let domain), .labels(let domain): "*.\(domain)"
    case .beginning(let text): "\(text)*"
    case .expression(let text): "~\(text)"
    case .any: proxy == .nginx ? "_" : "*"
    }
  }

  private static func location(_ path: PathMatch) -> String {
    switch path {
    case .exact(let text): "= \(text)"
    case .prefix(let text): text.hasSuffix("/") ? text : "\(text)/"
    case .text(let text): text
    case .pattern(let pattern): "~* \"^\(pattern.text)\""
    }
  }

  private static func match(_ path: PathMatch) -> String {
    switch path {
    case .exact(let text): "Exact \(text)"
    case .prefix(let text), .text(let text): "PathPrefix \(text)"
    case .pattern(let pattern): "RegularExpression \(pattern.text)"
    }
  }
}
