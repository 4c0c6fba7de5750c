import Kubernetes
import Routing

/// A port of a Service, or of a host outside the cluster, whose namespace is empty.
struct BackendPort: Hashable, Comparable {
  var namespace: String
  var name: String
  var port: Int

  init(_ backend: Backend) {
    (namespace, name, port) = (backend.namespace, backend.name, backend.port)
  }

  init(_ upstream: Upstream) {
    (namespace, name, port) = (upstream.namespace, upstream.service, upstream.port)
  }

  /// Whether it is a host outside the cluster.
  var isExternal: Bool { namespace.isEmpty }

  /// The host of a DestinationRule.
  var host: String { isExternal ? name : "\(name).\(namespace).svc.cluster.local" }

  static func < (left: BackendPort, right: BackendPort) -> Bool {
    (left.namespace, left.name, left.port) < (right.namespace, right.name, right.port)
  }
}
