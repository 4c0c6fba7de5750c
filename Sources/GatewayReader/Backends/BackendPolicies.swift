import GatewayAPI
import Kubernetes

extension Inventory {
  /// The DestinationRules that Istio makes of BackendTLSPolicies.
  var policyRules: [DestinationRule] {
    let oldest = tlsPolicies.sorted { $0.age < $1.age }
    var parts: [ObjectName: [DestinationRule.PolicyPart]] = [:]
    for policy in oldest {
      for target in policy.targets {
        let name = ObjectName(policy.metadata.namespace, target.name)
        guard target.kind == "Service", target.group.isEmpty, let part = part(policy, target, name)
        else { continue }
        parts[name, default: []].append(part)
      }
    }
    return parts.sorted { $0.key < $1.key }.map { DestinationRule(policies: $1, of: $0) }
  }

  /// Nil where the policy names a port that the Service does not have.
  private func part(
    _ policy: BackendTLSPolicy, _ target: BackendTLSPolicy.Target, _ service: ObjectName
  ) -> DestinationRule.PolicyPart? {
    var port: Int?
    if let section = target.sectionName {
      port = services[service]?.ports.first { $0.name == section }?.port
      guard port != nil else { return nil }
    }
    return DestinationRule.PolicyPart(
      policy: policy, port: port, credentialName: credential(of: policy))
  }

  /// A policy whose authorities cannot be used blocks its Service (`getBackendTLSCredentialName`).
  private func credential(of policy: BackendTLSPolicy) -> String? {
    guard policy.wellKnown == nil, let reference = policy.authorities.first else { return nil }
    guard authorityFaults(of: policy).resolved == nil else { return Credential.invalid }
    return Credential.configMap(ObjectName(policy.metadata.namespace, reference.name))
  }
}

/// How Istio writes down where certificates are.
enum Credential {
  static let invalid = "invalid://"
  static let configMapPrefix = "configmap://"

  static func configMap(_ name: ObjectName) -> String { "\(configMapPrefix)\(name)" }
}

extension BackendTLSPolicy {
  fileprivate var age: (Int, ObjectName) { (metadata.created ?? Int.min, metadata.objectName) }
}
