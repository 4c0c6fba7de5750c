import Evidence
import GatewayAPI
import Kubernetes

extension Inventory {
  /// The policies that name Gateways of which none is there; those that name none are for others.
  var missingTargets: [Finding] {
    let policies =
      authorizationPolicies.map { ($0.reference, $0.metadata, $0.target) }
      + envoyFilters.map { ($0.reference, $0.metadata, $0.target) }
    return policies.flatMap { reference, metadata, target in
      target.references.filter { $0.kind == Gateway.kind }
        .filter { !hasGateway(ObjectName(metadata.namespace, $0.name)) }
        .map { missing in
          Finding(
            .policyTargetMissing, of: reference, at: metadata.place, field: "spec.targetRefs",
            message: "It is \(metadata.namespace)/\(missing.name).")
        }
    }
  }

  private func hasGateway(_ name: ObjectName) -> Bool {
    gateways.contains { $0.metadata.objectName == name }
  }
}
