/// How connections to one Service are made: nginx's upstream, Istio's traffic policy.
package struct Upstream: Hashable, Sendable {
  /// How endpoints are chosen.
  package enum Balancing: Hashable, Sendable {
    case roundRobin
    case leastRequest
  }

  package var namespace: String
  package var service: String
  package var balancing: Balancing
  /// In seconds.
  package var connectTimeout: Int
  /// How the ports are spoken to that are not spoken to in plain HTTP/1.1.
  package var connections: [Int: UpstreamConnection] = [:]
  /// The Ingress whose settings these are.
  package var origin: Origin

  package init(
    namespace: String, service: String, balancing: Balancing, connectTimeout: Int,
    origin: Origin = Origin()
  ) {
    self.namespace = namespace
    self.service = service
    self.balancing = balancing
    self.connectTimeout = connectTimeout
    self.origin = origin
  }
}
