import GatewayAPI
import Routing

extension HostPlan {
  /// Whether every location that a side serves speaks gRPC, and all of its rules can be those of a
  /// GRPCRoute; HTTPRoutes and GRPCRoutes are never mixed on one host.
  func isGRPC(_ groups: [RuleGroup]) -> Bool {
    let rules = groups.flatMap(\.rules)
    return !rules.isEmpty && rules.allSatisfy { GRPCRoute.Rule($0) != nil }
      && locations.allSatisfy { location in
        let route = location.route
        guard case .forward = route.destination else { return route.isImplicit }
        switch route.upstreamProtocol?.kind {
        case .grpc, .grpcs: return true
        case .http, .https, .clients, .fastCGI, nil: return false
        }
      }
  }
}

extension GRPCRoute.Rule {
  /// The same rule for calls; nil where only an HTTPRoute can say it.
  init?(_ rule: HTTPRoute.Rule) {
    guard rule.timeouts == nil, rule.retry == nil, !rule.backends.isEmpty,
      rule.filters.allSatisfy(\.isOfCalls)
    else { return nil }
    var matches: [GRPCRoute.Match] = []
    for match in rule.matches {
      guard match.method == nil, match.queryParams.isEmpty, let path = match.path,
        let calls = GRPCRoute.Match(path, headers: match.headers)
      else { return nil }
      matches.append(calls)
    }
    self.init(
      name: rule.name, matches: matches.filter { $0 != GRPCRoute.Match() }, filters: rule.filters,
      backends: rule.backends, comments: rule.comments)
    guard matches.count == self.matches.count || self.matches.isEmpty else { return nil }
  }
}

extension GRPCRoute.Match {
  /// The calls that have a path; nil for a path of no service and method.
  fileprivate init?(_ path: HTTPRoute.Path, headers: [HTTPRoute.Value]) {
    let parts = path.value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch path.type {
    case .pathPrefix where path.value == "/": self.init(headers: headers)
    case .pathPrefix where parts.count == 2 && parts[0].isEmpty && Self.isService(parts[1]):
      self.init(method: GRPCRoute.Method(service: parts[1]), headers: headers)
    case .exact
    where parts.count == 3 && parts[0].isEmpty && Self.isService(parts[1])
      && Self.isWord(parts[2][...]):
      self.init(
        method: GRPCRoute.Method(service: parts[1], method: parts[2]), headers: headers)
    case .exact, .pathPrefix, .regularExpression: return nil
    }
  }

  private static func isService(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isWord)
  }

  private static func isWord(_ text: Substring) -> Bool {
    guard let first = text.first, first == "_" || (first.isASCII && first.isLetter) else {
      return false
    }
    return text.allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }
}

extension HTTPRoute.Filter {
  /// Whether a GRPCRoute may have the filter.
  fileprivate var isOfCalls: Bool {
    switch self {
    case .requestHeaderModifier, .responseHeaderModifier, .requestMirror: true
    case .requestRedirect, .urlRewrite, .cors, .extensionRef, .other: false
    }
  }
}
