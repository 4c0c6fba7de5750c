import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// How connections to the Services behind listeners are made, sorted by name.
  func upstreams(of listeners: [Listener], for gateway: Gateway?) -> [Upstream] {
    let names = listeners.flatMap(\.hosts).flatMap(\.routes)
      .flatMap(\.destination.backends)
      .filter { $0.state != .missing && !$0.namespace.isEmpty }
      .map { ObjectName($0.namespace, $0.name) }
    return Set(names).sorted().map { upstream(of: $0, for: gateway) }
  }

  /// Istio's own settings are LEAST_REQUEST and 10 seconds.
  private func upstream(of service: ObjectName, for gateway: Gateway?) -> Upstream {
    let rule = destinationRules.rule(of: service, for: gateway?.metadata.namespace ?? "")
    let policy = rule?.trafficPolicy
    let timeout = policy?.connectionPool?.connectTimeout.flatMap { Duration(istio: $0) }
    return Upstream(
      namespace: service.namespace, service: service.name,
      balancing: policy?.loadBalancer?.simple == .roundRobin ? .roundRobin : .leastRequest,
      connectTimeout: timeout?.wholeSeconds ?? 10,
      origin: Origin(object: rule?.reference, place: rule?.metadata.place))
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
