import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// The cookie that Envoy sets for a Service whose DestinationRule hashes a cookie with a `ttl`.
  func affinity(of destination: Destination, for gateway: Gateway) -> [Behaviour] {
    let backends = destination.backends
    guard let backend = backends.first, backends.count == 1, backend.state == .ready,
      let rule = destinationRules.rule(
        of: ObjectName(backend.namespace, backend.name), for: gateway.metadata.namespace),
      let policy = try? rule.trafficPolicy(ofPort: backend.port),
      let cookie = policy.loadBalancer?.cookie, let ttl = cookie.ttl
    else { return [] }
    return [.sessionCookie(SessionCookie(name: cookie.name, attributes: cookie.attributes(ttl)))]
  }
}

extension DestinationRule.HashCookie {
  /// The attributes as Envoy writes them; it always adds `HttpOnly`.
  fileprivate func attributes(_ ttl: String) -> String {
    let seconds = Duration(istio: ttl).map { $0.components.seconds } ?? 0
    let path = path ?? ""
    let parts =
      (seconds > 0 ? ["Max-Age=\(seconds)"] : []) + (path.isEmpty ? [] : ["Path=\(path)"])
      + attributes.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" } + ["HttpOnly"]
    return parts.joined(separator: "; ")
  }
}
