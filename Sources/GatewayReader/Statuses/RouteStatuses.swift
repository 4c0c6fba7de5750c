import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// The status of a route at each of its parents that is Istio's (`createRouteStatus`).
  func routeStatus(
    _ route: ObjectReference, _ attaching: Attaching, fault: Fault?
  ) -> ObjectStatus {
    let results = attaching.parents.compactMap { parent in
      listeners(of: parent, from: attaching.namespace).map { listeners in
        (parent: parent, faults: listeners.map { attaching.fault(parent, at: $0, namespaces) })
      }
    }
    // Istio looks for the best reason among all parents, and tells only those that have it.
    let best = results.flatMap(\.faults).map { $0?.rank ?? -1 }.min()
    let relations = results.compactMap { parent, faults -> RelationStatus? in
      guard let told = faults.first(where: { ($0?.rank ?? -1) == best }) else { return nil }
      return RelationStatus(
        ObjectReference(
          kind: parent.kind, namespace: parent.namespace ?? "", name: parent.name),
        sectionName: parent.sectionName, port: parent.port,
        conditions: [
          StatusCondition("Accepted", unless: told?.fault),
          StatusCondition("ResolvedRefs", unless: fault),
        ])
    }
    return ObjectStatus(route, relations: relations)
  }

  /// The listeners of a parent; nil where Istio does not know it.
  private func listeners(of parent: ParentReference, from own: String) -> [BoundListener]? {
    if let gateway = gateways.first(where: { parent.names($0.owner, from: own) }) {
      return gateway.listeners.map {
        BoundListener($0, of: gateway.owner, at: gateway.metadata.place)
      }
    }
    let set = listenerSets.first { set in
      parent.names(set.owner, from: own) && gateways.contains { set.belongs(to: $0, namespaces) }
    }
    return set.map { set in
      set.listeners.map { BoundListener($0, of: set.owner, at: set.metadata.place) }
    }
  }
}
