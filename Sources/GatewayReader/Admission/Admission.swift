import GatewayAPI

/// The rules of the Gateway API 1.6 schemas: an object that breaks one is refused by API servers
/// and does not exist for Istio.
enum Admission {
  static func httpRoute(_ route: HTTPRoute) throws(Refusal) -> HTTPRoute {
    try check(parents: route.parents)
    try check(hostnames: route.hostnames, atMost: 16)
    try require(
      (1...16).contains(route.rules.count), "spec.rules", "must have between 1 and 16 items")
    try require(
      route.rules.reduce(0) { $0 + $1.matches.count } <= 128, "spec.rules",
      "may have 128 matches at most")
    try checkNames(route.rules.map(\.name))
    for (index, rule) in route.rules.enumerated() { try check(rule, "spec.rules[\(index)]") }
    return route
  }

  static func grpcRoute(_ route: GRPCRoute) throws(Refusal) -> GRPCRoute {
    try check(parents: route.parents)
    try check(hostnames: route.hostnames, atMost: 16)
    try checkNames(route.rules.map(\.name))
    for (index, rule) in route.rules.enumerated() { try check(rule, "spec.rules[\(index)]") }
    return route
  }

  static func tlsRoute(_ route: TLSRoute) throws(Refusal) -> TLSRoute {
    try check(parents: route.parents)
    try require(!route.hostnames.isEmpty, "spec.hostnames", "is required")
    try check(hostnames: route.hostnames, atMost: 1024)
    try require(
      (1...16).contains(route.backends.count), "spec.rules[0].backendRefs",
      "must have between 1 and 16 items")
    for backend in route.backends { try check(backend, "spec.rules[0].backendRefs") }
    return route
  }

  static func require(_ holds: Bool, _ field: String, _ message: String) throws(Refusal) {
    guard holds else { throw Refusal(field: field, message: message) }
  }

  private static func checkNames(_ names: [String?]) throws(Refusal) {
    let names = names.compactMap(\.self)
    try require(Set(names).count == names.count, "spec.rules", "must have unique names")
    try require(names.allSatisfy(\.isSubdomain), "spec.rules", "must have names in lower case")
  }
}
