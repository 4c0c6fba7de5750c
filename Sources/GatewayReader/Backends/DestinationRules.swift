import GatewayAPI
import Kubernetes

/// The DestinationRules of a cluster, found by namespace and host.
struct DestinationRules {
  private struct Key: Hashable {
    let namespace: String
    let host: String
  }

  private let named: [Key: [DestinationRule]]
  private let wild: [String: [DestinationRule]]

  init(_ rules: [DestinationRule]) {
    named = Dictionary(grouping: rules.filter { !$0.isWild }) {
      Key(namespace: $0.metadata.namespace, host: $0.fullHost)
    }
    wild = Dictionary(grouping: rules.filter(\.isWild)) { $0.metadata.namespace }
  }

  /// The rule that counts for a Service: first the Gateway's namespace, then the Service's, then
  /// the root namespace; there the most specific host, and of several for one host the oldest.
  func rule(of service: ObjectName, for gatewayNamespace: String) -> DestinationRule? {
    let host =
      service.namespace.isEmpty
      ? service.name : "\(service.name).\(service.namespace).svc.cluster.local"
    for namespace in [gatewayNamespace, service.namespace, "istio-system"] {
      let fitting =
        (named[Key(namespace: namespace, host: host)] ?? [])
        + (wild[namespace] ?? []).filter { host.hasSuffix($0.host.dropFirst()) }
      let visible = fitting.filter { $0.isVisible(in: gatewayNamespace) }
      if let best = visible.min(by: { $0.rank < $1.rank }) { return best }
    }
    return nil
  }
}

extension DestinationRule {
  fileprivate var isWild: Bool { host.hasPrefix("*") }

  /// A short name means a Service of the rule's own namespace.
  fileprivate var fullHost: String {
    host.contains(".") ? host : "\(host).\(metadata.namespace).svc.cluster.local"
  }

  fileprivate func isVisible(in namespace: String) -> Bool {
    exportTo.isEmpty || exportTo.contains("*") || exportTo.contains(namespace)
      || (exportTo.contains(".") && metadata.namespace == namespace)
  }

  /// Names before wildcards, longer wildcards before shorter, older rules before younger.
  fileprivate var rank: (Int, Int, Int) {
    (isWild ? 1 : 0, -host.utf8.count, metadata.created ?? Int.min)
  }
}
