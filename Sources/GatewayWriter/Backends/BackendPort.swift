import Routing

extension BackendPort {
  /// Whether it is a host outside the cluster.
  var isExternal: Bool { namespace.isEmpty }

  /// The host of a DestinationRule.
  var host: String { isExternal ? name : "\(name).\(namespace).svc.cluster.local" }
}
