package import Kubernetes
import YAMLText

extension DestinationRule {
  /// One Service, or one port of it, that a BackendTLSPolicy covers.
  package struct PolicyPart: Sendable {
    package var policy: BackendTLSPolicy
    /// Nil for every port.
    package var port: Int?
    /// Where Istio finds the authorities; nil for the system's.
    package var credentialName: String?

    package init(policy: BackendTLSPolicy, port: Int?, credentialName: String?) {
      self.policy = policy
      self.port = port
      self.credentialName = credentialName
    }
  }

  /// The rule that Istio makes of BackendTLSPolicies for one Service, oldest first
  /// (`DestinationRuleCollection`); of several for one port the first counts.
  package init(policies: [PolicyPart], of service: ObjectName) {
    let whole = policies.first { $0.port == nil }
    var seen: Set<Int> = []
    let ports = policies.compactMap { part -> Node? in
      guard let port = part.port, seen.insert(port).inserted else { return nil }
      return .mapping([
        Entry("port", .mapping([Entry("number", .integer(port))])), Entry("tls", part.tls),
      ])
    }
    var others: [Entry] = []
    if let whole { others.append(Entry("tls", whole.tls)) }
    if !ports.isEmpty { others.append(Entry("portLevelSettings", .sequence(ports))) }
    self.init(
      metadata: Metadata(name: service.name, namespace: service.namespace),
      host: "\(service.name).\(service.namespace).svc.cluster.local",
      trafficPolicy: TrafficPolicy(others: others))
  }
}

extension DestinationRule.PolicyPart {
  fileprivate var tls: Node {
    var fields = Fields()
    fields.put("mode", "SIMPLE")
    fields.put("credentialName", credentialName)
    fields.put("sni", policy.hostname)
    fields.put("subjectAltNames", policy.names)
    return fields.node
  }
}
