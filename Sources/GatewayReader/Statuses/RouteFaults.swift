import GatewayAPI
import Kubernetes

extension RouteObject {
  /// The fault that Istio tells of a route's rules: the last one, unless one drops the whole object
  /// (`computeRoute`).
  func fault(_ inventory: Inventory) -> Fault? {
    var told: Fault?
    for rule in rules {
      let refused =
        rule.filters.first(where: \.isRefusedOnRules)
        ?? rule.backends.flatMap(\.filters).first(where: \.isRefusedOnBackends)
      if let refused {
        return Fault("InvalidFilter", "unsupported filter type \"\(refused.type)\"")
      }
      told = fault(of: rule, inventory) ?? told
    }
    return told
  }

  /// The last fault of the backends, or else of the mirrors.
  private func fault(of rule: Rule, _ inventory: Inventory) -> Fault? {
    let weighted = rule.backends.filter { $0.weight != 0 }.map(\.reference)
    let mirrors = rule.filters.compactMap(\.mirrored)
    let faults = { (references: [BackendReference]) in
      references.compactMap {
        inventory.fault(of: $0, from: attaching.kind, in: metadata.namespace)
      }
    }
    return faults(weighted).last ?? faults(mirrors).last
  }
}

extension Inventory {
  /// What Istio says of a reference to a backend (`buildDestination`); a port that does not exist
  /// is no fault.
  func fault(
    of reference: BackendReference, from kind: String, in namespace: String
  ) -> Fault? {
    let name = ObjectName(reference.namespace ?? namespace, reference.name)
    switch (reference.group, reference.kind) {
    case ("", "Service"):
      guard
        grants.allow(
          Grants.Pointer(kind: kind, namespace: namespace), toCore: "Service", name)
      else {
        return Fault(
          "RefNotPermitted",
          "backendRef \(reference.name)/\(name.namespace) not accessible to a \(kind) in namespace "
            + "\"\(namespace)\" (missing a ReferenceGrant?)")
      }
      let isThere = !knowsServices || services[name] != nil
      return isThere ? nil : .missing("\(name.name).\(name.namespace).svc.cluster.local")
    case ("networking.istio.io", "Hostname"):
      guard reference.namespace == nil else {
        return Fault("InvalidDestination", "namespace may not be set with Hostname type")
      }
      return externalHosts[reference.name.lowercased()] == nil ? .missing(reference.name) : nil
    case _:
      return Fault(
        "InvalidKind",
        "referencing unsupported backendRef: group \"\(reference.group)\" kind \"\(reference.kind)\""
      )
    }
  }

  /// The last fault of a TLSRoute's backends.
  func tlsFault(of route: TLSRoute) -> Fault? {
    route.backends.filter { $0.weight != 0 }.compactMap {
      fault(of: $0.reference, from: TLSRoute.kind, in: route.metadata.namespace)
    }.last
  }
}

extension Fault {
  fileprivate static func missing(_ host: String) -> Fault {
    Fault("BackendNotFound", "backend(\(host)) not found")
  }
}

extension HTTPRoute.Filter {
  /// Where a mirror sends its copies.
  fileprivate var mirrored: BackendReference? {
    guard case .requestMirror(let mirror) = self else { return nil }
    return mirror.backend
  }
}
