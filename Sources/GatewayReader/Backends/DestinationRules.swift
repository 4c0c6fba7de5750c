import GatewayAPI
import Kubernetes

extension Inventory {
  /// The DestinationRule that counts for a Service: first the Gateway's namespace, then the
  /// Service's, then the root namespace; there the most specific host, and of several for one host
  /// the oldest.
  func destinationRule(of service: ObjectName, for gatewayNamespace: String) -> DestinationRule? {
    for namespace in [gatewayNamespace, service.namespace, "istio-system"] {
      let fitting = destinationRules.filter {
        $0.metadata.namespace == namespace && $0.isVisible(in: gatewayNamespace)
          && $0.fits(service)
      }
      if let best = fitting.min(by: { $0.rank < $1.rank }) { return best }
    }
    return nil
  }
}

extension DestinationRule {
  fileprivate func isVisible(in namespace: String) -> Bool {
    exportTo.isEmpty || exportTo.contains("*") || exportTo.contains(namespace)
      || (exportTo.contains(".") && metadata.namespace == namespace)
  }

  fileprivate func fits(_ service: ObjectName) -> Bool {
    let name = "\(service.name).\(service.namespace).svc.cluster.local"
    guard host.hasPrefix("*") else { return fullHost == name }
    return name.hasSuffix(host.dropFirst())
  }

  /// A short name means a Service of the rule's own namespace.
  private var fullHost: String {
    host.contains(".") ? host : "\(host).\(metadata.namespace).svc.cluster.local"
  }

  /// Names before wildcards, longer wildcards before shorter, older rules before younger.
  fileprivate var rank: (Int, Int, Int) {
    let length = fullHost.utf8.count
    return (host.hasPrefix("*") ? 1 : 0, -length, metadata.created ?? Int.min)
  }
}
