import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// A server name whose TLS is passed to a backend unopened.
struct Passthrough {
  var owner: ObjectReference
  var hostname: String
  var backend: Backend
  var origin: Origin

  /// The listener that takes the server name; it has no certificate.
  var listener: SecureListener {
    SecureListener(hostname: hostname, secret: "\(owner.namespace)/", passesThrough: true)
  }
}

extension Site {
  /// The server names that are passed through, in the site's order.
  var passthroughs: [Passthrough] {
    listeners.compactMap { listener in
      guard let backend = listener.passedTo, let hostname = listener.serverName.hostname,
        isHostname(hostname), let owner = listener.origin.object
      else { return nil }
      return Passthrough(
        owner: owner, hostname: hostname, backend: backend, origin: listener.origin)
    }
  }
}

extension ObjectWriter {
  /// The TLSRoutes, by namespace and name: the Ingress's own name where it has only one.
  static func routes(
    of passthroughs: [Passthrough], _ options: WriteOptions,
    parent: (Passthrough) -> ParentReference?
  ) -> [TLSRoute] {
    let counts = Dictionary(grouping: passthroughs, by: \.owner).mapValues(\.count)
    return passthroughs.map { passthrough in
      let owner = passthrough.owner
      let provenance = options.provenance([passthrough.origin])
      let name =
        counts[owner] == 1
        ? owner.name : bounded("\(owner.name)-\(slug(passthrough.hostname))", 253)
      return TLSRoute(
        metadata: Metadata(
          name: name, namespace: owner.namespace, annotations: provenance.annotations),
        parents: [parent(passthrough)].compactMap(\.self), hostnames: [passthrough.hostname],
        backends: [
          HTTPRoute.Backend(BackendReference(passthrough.backend, from: owner.namespace))
        ], comments: provenance.comments)
    }.sorted { $0.metadata.objectName < $1.metadata.objectName }
  }
}
