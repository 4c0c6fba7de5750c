import Evidence
import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// How connections to the Services behind listeners are made, sorted by name.
  func upstreams(of listeners: [Listener], for gateway: Gateway?) -> [Upstream] {
    var ports: [ObjectName: Set<Int>] = [:]
    for backend in listeners.flatMap(\.hosts).flatMap(\.routes).flatMap(\.destination.backends)
    where backend.state != .missing {
      ports[ObjectName(backend.namespace, backend.name), default: []].insert(backend.port)
    }
    return ports.sorted { $0.key < $1.key }.map { upstream(of: $0, ports: $1, for: gateway) }
      .filter { !$0.namespace.isEmpty || !$0.connections.isEmpty }
  }

  /// Istio's own settings are LEAST_REQUEST and 10 seconds.
  private func upstream(
    of service: ObjectName, ports: Set<Int>, for gateway: Gateway?
  ) -> Upstream {
    let rule = destinationRules.rule(of: service, for: gateway?.metadata.namespace ?? "")
    let policy = rule?.trafficPolicy
    let timeout = policy?.connectionPool?.connectTimeout.flatMap { Duration(istio: $0) }
    var upstream = Upstream(
      namespace: service.namespace, service: service.name,
      balancing: policy?.loadBalancer?.simple == .roundRobin ? .roundRobin : .leastRequest,
      connectTimeout: timeout?.wholeSeconds ?? 10,
      origin: rule.map(\.writtenOrigin) ?? Origin())
    for port in ports {
      let backend = Backend(namespace: service.namespace, name: service.name, port: port)
      upstream.connections[port] = connection(to: backend, rule, for: gateway)
    }
    return upstream
  }
}

extension DestinationRule {
  /// Where the rule stands; nowhere for one that Istio makes of policies.
  fileprivate var writtenOrigin: Origin {
    metadata.place.file.isEmpty
      ? Origin() : Origin(object: reference, place: metadata.place)
  }
}

extension Destination {
  /// Every backend that a destination names.
  var backends: [Backend] {
    switch self {
    case .forward(let choice):
      (choice.branches.map(\.pool) + [choice.otherwise]).flatMap(\.shares).map(\.backend)
    case .redirect, .respond: []
    }
  }
}
