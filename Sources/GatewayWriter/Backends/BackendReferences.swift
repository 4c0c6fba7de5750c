import GatewayAPI
import Routing

extension BackendReference {
  /// The reference to a backend as seen from a namespace; a host outside is a `Hostname` of Istio.
  init(_ backend: Backend, from namespace: String) {
    guard !backend.namespace.isEmpty else {
      self.init(
        name: backend.name, port: backend.port, group: "networking.istio.io", kind: "Hostname")
      return
    }
    self.init(
      namespace: backend.namespace == namespace ? nil : backend.namespace, name: backend.name,
      port: backend.port)
  }

  /// Whether it names a host outside the cluster.
  var isExternal: Bool { kind == "Hostname" }
}
