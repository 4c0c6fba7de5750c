import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// The server names whose TLS is passed on, one listener for each TLSRoute and name.
  func passthroughs(of listeners: Listeners) -> [Listener] {
    var taken: Set<ServerName> = []
    return tlsRoutes.sorted { $0.age < $1.age }.flatMap { route in
      listeners.attachments(of: route.attaching, namespaces).compactMap { attachment in
        let bound = listeners.all[attachment.listener]
        let name = ServerName(port: bound.spec.port, hostname: attachment.hostname)
        guard bound.isProgrammed, taken.insert(name).inserted else { return nil }
        return listener(route, bound, attachment.hostname)
      }
    }
  }

  private func listener(
    _ route: TLSRoute, _ bound: BoundListener, _ hostname: Hostname
  ) -> Listener? {
    guard let first = route.backends.first(where: { $0.weight != 0 }) else { return nil }
    let backend = backend(first.reference, of: TLSRoute.kind, in: route.metadata.namespace)
    return Listener(
      name: bound.spec.name, port: bound.spec.port, transport: .passthrough(backend),
      serverName: hostname.pattern, hosts: [],
      origin: Origin(object: route.reference, place: route.metadata.place, part: "spec.rules[0]"))
  }
}

/// A server name on a port, which only one route can take.
private struct ServerName: Hashable {
  let port: Int
  let hostname: Hostname
}

extension TLSRoute {
  fileprivate var age: (Int, ObjectName) { (metadata.created ?? Int.min, metadata.objectName) }
  var attaching: Attaching {
    Attaching(
      kind: Self.kind, namespace: metadata.namespace, parents: parents, hostnames: hostnames)
  }
}
