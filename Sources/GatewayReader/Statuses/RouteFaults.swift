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
      if let fault = droppingFault(of: rule, inventory) { return fault }
      told = fault(of: rule, inventory) ?? told
    }
    return told
  }

  /// The reference to a backend for which Istio drops the whole object; nil where there is none.
  func droppingFault(_ inventory: Inventory) -> Fault? {
    rules.lazy.compactMap { droppingFault(of: $0, inventory) }.first
  }

  /// Istio drops the object for what it cannot read as a reference at all (`isInvalidBackend`).
  private func droppingFault(of rule: Rule, _ inventory: Inventory) -> Fault? {
    rule.backends.lazy.filter { $0.weight != 0 }.compactMap {
      inventory.fault(of: $0.reference, from: attaching.kind, in: metadata.namespace)
    }.first { $0.reason == Fault.unreadableReference }
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
      if name.name.contains(".") {
        return Fault(
          Fault.unreadableReference, "the name of the Service must be used, not the hostname")
      }
      let isThere = !knowsServices || services[name] != nil
      return isThere ? nil : .missing("\(name.name).\(name.namespace).svc.cluster.local")
    case ("networking.istio.io", "Hostname"):
      guard reference.namespace == nil else {
        return Fault(Fault.unreadableReference, "namespace may not be set with Hostname type")
      }
      guard reference.port != nil else {
        return Fault(Fault.unreadableReference, "port is required in backendRef")
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
  /// The reason for references that cannot be read as one.
  static let unreadableReference = "InvalidDestination"

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
