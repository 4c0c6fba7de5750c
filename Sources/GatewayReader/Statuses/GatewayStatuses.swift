import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// What Istio writes into the status of every object, by kind, namespace and name.
  func statuses(_ routes: [RouteObject]) -> [ObjectStatus] {
    let attaching = routes.map(\.attaching) + tlsRoutes.map(\.attaching)
    return
      (gateways.map { status(of: $0, attaching) }
      + listenerSets.compactMap { status(of: $0, attaching) }
      + routes.map { routeStatus($0.reference, $0.attaching, fault: $0.fault(self)) }
      + tlsRoutes.map { routeStatus($0.reference, $0.attaching, fault: tlsFault(of: $0)) }
      + tlsPolicies.map(status(of:)))
      .sorted { $0.object.order.lexicographicallyPrecedes($1.object.order) }
  }

  /// A Gateway is accepted and programmed, whatever becomes of its listeners
  /// (`reportGatewayStatus`).
  private func status(of gateway: Gateway, _ routes: [Attaching]) -> ObjectStatus {
    ObjectStatus(
      gateway.reference, conditions: Self.accepted(unless: nil),
      listeners: gateway.listeners.map {
        BoundListener($0, of: gateway.owner, at: gateway.metadata.place).status(routes, self)
      })
  }

  /// Nil where the parent is no Gateway of Istio's, which then writes nothing.
  private func status(of set: ListenerSet, _ routes: [Attaching]) -> ObjectStatus? {
    let name = ObjectName(set.parent.namespace ?? set.metadata.namespace, set.parent.name)
    let parent = gateways.first { $0.metadata.objectName == name }
    guard let parent, set.parent.kind == Gateway.kind else { return nil }
    guard set.belongs(to: parent, namespaces) else {
      let fault = Fault("NotAllowed", "the Gateway's allowedListeners does not let the set in")
      return ObjectStatus(set.reference, conditions: Self.accepted(unless: fault))
    }
    return ObjectStatus(
      set.reference, conditions: Self.accepted(unless: nil),
      listeners: set.listeners.map {
        BoundListener($0, of: set.owner, at: set.metadata.place).status(routes, self)
      })
  }

  private static func accepted(unless fault: Fault?) -> [StatusCondition] {
    [
      StatusCondition("Accepted", unless: fault), StatusCondition("Programmed", unless: fault),
    ]
  }
}

extension ObjectReference {
  fileprivate var order: [String] { [kind, namespace, name] }
}
