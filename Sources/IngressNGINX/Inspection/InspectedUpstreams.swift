import Evidence
import Kubernetes
import Routing

extension Configuration {
  /// The upstreams by name, with the controller's own.
  var inspectedUpstreams: [UpstreamInspection] {
    let own = UpstreamInspection(
      name: defaultUpstreamName, backend: options.defaultBackendService?.description, endpoints: 1)
    return (upstreams.values.map(inspected) + takeoverUpstreams + [own])
      .sorted { $0.name < $1.name }
  }

  private func inspected(_ upstream: NginxUpstream) -> UpstreamInspection {
    UpstreamInspection(
      name: upstream.name, backend: upstream.backend.description,
      endpoints: endpoints(of: upstream),
      alternatives: upstream.alternatives.map(\.name),
      policy: upstream.policy.map { PolicyInspection($0) }, settings: settings(of: upstream))
  }

  private func endpoints(of upstream: NginxUpstream) -> Int? {
    guard upstream.hasEndpoints else { return 0 }
    let backend = upstream.backend
    return services.endpoints(of: ObjectName(backend.namespace, backend.name))
  }

  /// The algorithm is the first Ingress's, the cookie the last one's.
  private func settings(of upstream: NginxUpstream) -> [SettingInForce] {
    let affinity = Set(Family.sessionAffinity.keys)
    let cookieOwner = upstream.affinity?.owners.max()
    return Family.sortedEntries.compactMap { key, entry in
      guard entry.scope == .upstream, !key.hasPrefix("canary") else { return nil }
      guard affinity.contains(key) else {
        return ingresses[upstream.owner].settingInForce(key, entry, controller)
      }
      return cookieOwner.flatMap { ingresses[$0].settingInForce(key, entry, controller) }
    }
  }

  /// The Services of `default-backend` that have endpoints.
  private var takeoverUpstreams: [UpstreamInspection] {
    var names: Set<ObjectName> = []
    for server in servers.inOrder {
      for owner in server.locations.compactMap(\.owner) {
        let service = ingresses[owner].settings.defaultBackend.service
        if !service.isEmpty { names.insert(ObjectName(ingresses[owner].namespace, service)) }
      }
    }
    return names.compactMap { name in
      guard let backend = services.firstPort(of: name), backend.state == .ready else { return nil }
      return UpstreamInspection(
        name: "custom-default-backend-\(name.namespace)-\(name.name)",
        backend: backend.description, endpoints: services.endpoints(of: name))
    }
  }
}
