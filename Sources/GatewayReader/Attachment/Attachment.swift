import GatewayAPI
import Kubernetes

/// One listener that serves a route, and one host that the route gets there.
struct Attachment {
  /// The listener's position in `Listeners.all`.
  let listener: Int
  /// The host as the route writes it.
  let written: Hostname
  /// What the listener leaves of it.
  let hostname: Hostname
}

/// What a route says about where it wants to be served.
struct Attaching {
  let kind: String
  let namespace: String
  let parents: [ParentReference]
  let hostnames: [String]

  /// The hosts that the route wants; every host where it names none.
  var writtenHostnames: [Hostname] {
    hostnames.isEmpty ? [Hostname(nil)] : hostnames.map { Hostname($0) }
  }
}

extension Listeners {
  /// Where a route is served: every listener that it names, that admits it, and whose host has
  /// names in common with the route's (`referenceAllowed` in Istio).
  func attachments(of route: Attaching, _ namespaces: Namespaces) -> [Attachment] {
    let owners = Set(route.parents.map { $0.owner(from: route.namespace) })
    return owners.flatMap { positions(of: $0) }.sorted().flatMap { index -> [Attachment] in
      let listener = all[index]
      guard route.parents.contains(where: { $0.names(listener, from: route.namespace) }),
        listener.admits(kind: route.kind),
        namespaces.admits(
          route.namespace, listener.spec.allowedRoutes?.namespaces,
          of: listener.owner.name.namespace)
      else { return [] }
      return route.writtenHostnames.compactMap { written in
        guard let hostname = written.intersection(listener.hostname),
          !isIsolated(written, from: listener)
        else { return nil }
        return Attachment(listener: index, written: written, hostname: hostname)
      }
    }
  }

  /// Whether a more specific listener of the same parent and port takes the host
  /// (`hostnameAllowedByIsolation` in Istio); it does so even where it cannot be served.
  private func isIsolated(_ hostname: Hostname, from listener: BoundListener) -> Bool {
    positions(of: listener.owner).contains { position in
      let other = all[position]
      return other.spec.port == listener.spec.port
        && other.spec.protocolName == listener.spec.protocolName
        && other.hostname != listener.hostname
        && listener.hostname.covers(other.hostname) && other.hostname.covers(hostname)
    }
  }
}

extension ParentReference {
  /// The Gateway or ListenerSet that is named.
  fileprivate func owner(from own: String) -> BoundListener.Owner {
    BoundListener.Owner(kind: kind, name: ObjectName(namespace ?? own, name))
  }

  /// Whether this is the listener's Gateway or ListenerSet, and the listener is not ruled out by
  /// `sectionName` or `port`.
  func names(_ listener: BoundListener, from own: String) -> Bool {
    group == "gateway.networking.k8s.io" && kind == listener.owner.kind
      && ObjectName(namespace ?? own, name) == listener.owner.name
      && (sectionName == nil || sectionName == listener.spec.name)
      && (port == nil || port == listener.spec.port)
  }
}

extension BoundListener {
  /// Whether `allowedRoutes.kinds`, or the protocol where it is left out, lets a kind in.
  func admits(kind: String) -> Bool {
    guard protocolKinds.contains(kind) else { return false }
    let kinds = spec.allowedRoutes?.kinds ?? []
    return kinds.isEmpty
      || kinds.contains(AllowedRoutes.Kind(kind: kind))
  }

  /// The kinds that a protocol can carry (`generateSupportedKinds` in Istio).
  private var protocolKinds: [String] {
    switch spec.protocolName {
    case .http, .https: [HTTPRoute.kind, GRPCRoute.kind]
    case .tls: spec.tls?.mode == .passthrough ? [TLSRoute.kind] : []
    case .tcp, .udp, .other: []
    }
  }
}
