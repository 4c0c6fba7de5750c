import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// How connections to the Services behind listeners are made, sorted by name and port.
  func upstreams(of listeners: [Listener], for gateway: Gateway?) -> [Upstream] {
    var ports: [ObjectName: Set<Int>] = [:]
    for backend in listeners.flatMap(\.hosts).flatMap(\.routes).flatMap(\.destination.backends)
    where backend.state != .missing {
      ports[ObjectName(backend.namespace, backend.name), default: []].insert(backend.port)
    }
    return ports.sorted { $0.key < $1.key }.flatMap { service, ports in
      ports.sorted().map { upstream(of: service, port: $0, for: gateway) }
    }
  }

  /// Istio's own settings are LEAST_REQUEST and 10 seconds.
  private func upstream(of service: ObjectName, port: Int, for gateway: Gateway?) -> Upstream {
    let rule = destinationRules.rule(of: service, for: gateway?.metadata.namespace ?? "")
    let policy = rule.flatMap { try? $0.trafficPolicy(ofPort: port) }
    let timeout = policy?.connectionPool?.connectTimeout.flatMap { Duration(istio: $0) }
    var upstream = Upstream(
      namespace: service.namespace, service: service.name, port: port,
      balancing: policy?.loadBalancer?.balancing ?? .leastRequest,
      connectTimeout: timeout?.wholeSeconds ?? 10,
      origin: rule.map(\.writtenOrigin) ?? Origin())
    let backend = Backend(namespace: service.namespace, name: service.name, port: port)
    upstream.connection = connection(to: backend, rule, for: gateway)
    return upstream
  }
}

extension DestinationRule.LoadBalancer {
  /// How endpoints are chosen; a cookie without `ttl` is hashed where clients bring it.
  fileprivate var balancing: Upstream.Balancing {
    if let cookie {
      return cookie.ttl == nil
        ? .hash(.cookie(cookie.name)) : .cookie(StickyCookie(name: cookie.name))
    }
    if let header { return .hash(.header(header.lowercased())) }
    if let parameter { return .hash(.parameter(parameter)) }
    if usesAddress { return .hash(.address) }
    return simple == .roundRobin ? .roundRobin : .leastRequest
  }
}

extension DestinationRule {
  /// Where the rule stands; nowhere for one that Istio makes of policies.
  fileprivate var writtenOrigin: Origin {
    metadata.place.file.isEmpty
      ? Origin() : Origin(object: reference, place: metadata.place)
  }
}
