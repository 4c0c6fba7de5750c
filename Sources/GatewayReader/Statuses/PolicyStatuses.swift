import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// The status of a BackendTLSPolicy at its targets and at the Gateways whose routes point at them
  /// (`BackendTLSPolicyCollection`); a target that is not found stays told for those that follow.
  func status(of policy: BackendTLSPolicy) -> ObjectStatus {
    let faults = authorityFaults(of: policy)
    var accepted = faults.accepted
    var relations: [RelationStatus] = []
    for target in policy.targets {
      accepted = targetFault(target, in: policy.metadata.namespace) ?? accepted
      relations.append(
        RelationStatus(
          ObjectReference(kind: target.kind, namespace: "", name: target.name),
          sectionName: target.sectionName,
          conditions: Self.conditions(accepted, faults.resolved)))
    }
    for gateway in gateways(pointingAt: policy) {
      relations.append(
        RelationStatus(
          ObjectReference(kind: Gateway.kind, namespace: "", name: gateway.name),
          conditions: Self.conditions(accepted, faults.resolved)))
    }
    return ObjectStatus(policy.reference, relations: relations)
  }

  private static func conditions(_ accepted: Fault?, _ resolved: Fault?) -> [StatusCondition] {
    [
      StatusCondition("Accepted", unless: accepted),
      StatusCondition("ResolvedRefs", unless: resolved),
    ]
  }

  private func targetFault(_ target: BackendTLSPolicy.Target, in namespace: String) -> Fault? {
    let service = services[ObjectName(namespace, target.name)]
    let isFound =
      target.kind == "Service" && target.group.isEmpty && (!knowsServices || service != nil)
    let section = target.sectionName
    let hasPort =
      section == nil || service == nil || service?.ports.contains { $0.name == section } == true
    return isFound && hasPort
      ? nil : Fault("TargetNotFound", "targetRefs invalid: \(target.kind) \(target.name)")
  }

  /// The Gateways that routes to the policy's Services name, by namespace and name.
  private func gateways(pointingAt policy: BackendTLSPolicy) -> [ObjectName] {
    let targets = Set(policy.targets.map { ObjectName(policy.metadata.namespace, $0.name) })
    let named = allRoutes.filter { route in
      route.rules.flatMap(\.backends).map(\.reference).contains { reference in
        let name = ObjectName(reference.namespace ?? route.metadata.namespace, reference.name)
        return reference.kind == "Service" && targets.contains(name)
      }
    }.flatMap { route in
      route.attaching.parents.filter { $0.kind == Gateway.kind }
        .map { ObjectName($0.namespace ?? route.metadata.namespace, $0.name) }
    }
    return Set(named).sorted()
  }

  /// What is wrong with the authorities of a policy; only the first reference counts
  /// (`getBackendTLSCredentialName`).
  func authorityFaults(
    of policy: BackendTLSPolicy
  ) -> (accepted: Fault?, resolved: Fault?) {
    if let wellKnown = policy.wellKnown {
      let isKnown = wellKnown == "System"
      return (
        isKnown ? nil : Fault("Invalid", "Unknown wellKnownCACertificates: \(wellKnown)"), nil
      )
    }
    guard let reference = policy.authorities.first,
      let resolved = authorityFault(reference, in: policy.metadata.namespace)
    else { return (nil, nil) }
    return (Fault("NoValidCACertificate", resolved.message), resolved)
  }

  /// Only a ConfigMap with `ca.crt` holds authorities.
  private func authorityFault(_ reference: ObjectPointer, in namespace: String) -> Fault? {
    let name = ObjectName(namespace, reference.name)
    guard reference.group.isEmpty, reference.kind == "ConfigMap" else {
      return Fault(
        "InvalidKind",
        "Certificate reference invalid: unsupported reference kind: \(reference.kind)")
    }
    guard let configMap = configMaps[name] else {
      return Fault(
        "InvalidCACertificateRef",
        "Certificate reference not found: reference \(name) (of kind ConfigMap) not found")
    }
    return configMap.data.contains { $0.key == "ca.crt" }
      ? nil : Fault("InvalidCACertificateRef", "Certificate invalid: \(name) has no ca.crt")
  }
}
