import Evidence
import GatewayAPI
import Kubernetes

extension BoundListener {
  /// The kinds of routes that the protocol can carry and `allowedRoutes.kinds` lets in
  /// (`generateSupportedKinds` in Istio).
  var supportedKinds: [String] {
    let kinds = spec.allowedRoutes?.kinds ?? []
    guard !kinds.isEmpty else { return carriedKinds }
    return carriedKinds.filter { kinds.contains(AllowedRoutes.Kind(kind: $0)) }
  }

  private var carriedKinds: [String] {
    switch spec.protocolName {
    case .http, .https: [HTTPRoute.kind, GRPCRoute.kind]
    case .tcp: ["TCPRoute"]
    case .tls: spec.tls?.mode == .passthrough ? [TLSRoute.kind] : ["TCPRoute"]
    case .udp, .other: []
    }
  }

  /// The status that Istio writes (`buildListener`, `reportListenerCondition`).
  func status(_ routes: [Attaching], _ inventory: Inventory) -> ListenerStatus {
    let attached = routes.filter { route in
      route.parents.contains { parent in
        parent.names(owner, from: route.namespace)
          && route.fault(parent, at: self, inventory.namespaces) == nil
      }
    }
    return ListenerStatus(
      name: spec.name, attachedRoutes: attached.count, supportedKinds: supportedKinds,
      conditions: conditions(inventory.certificateFault(of: self)))
  }

  private func conditions(_ certificates: Fault?) -> [StatusCondition] {
    let kinds = spec.allowedRoutes?.kinds ?? []
    let unknown =
      !kinds.isEmpty && supportedKinds.count != kinds.count
      ? Fault("InvalidRouteKinds", "Invalid route kinds") : nil
    let programmed = certificates.map { _ in Fault("Invalid", "Bad TLS configuration") }
    return [
      StatusCondition("Accepted", unless: protocolFault),
      StatusCondition("Conflicted", false, reason: "NoConflicts"),
      StatusCondition("Programmed", unless: programmed),
      StatusCondition("ResolvedRefs", unless: unknown ?? certificates),
    ]
  }

  /// What Istio says of a protocol that it does not serve (`listenerProtocolToIstio`).
  private var protocolFault: Fault? {
    switch spec.protocolName {
    case .http, .https, .tls: return nil
    case .tcp:
      return Fault("UnsupportedProtocol", "protocol TCP is not served by Istio 1.30 as it comes")
    case .udp: return Fault("UnsupportedProtocol", "protocol UDP is unsupported")
    case .other(let name):
      return Fault("UnsupportedProtocol", "protocol \(name) is unsupported")
    }
  }
}
