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

  /// The upstreams of `default-backend`: copies of the locations' own with other endpoints.
  private var takeoverUpstreams: [UpstreamInspection] {
    var found: [String: UpstreamInspection] = [:]
    for location in servers.inOrder.flatMap(\.locations) {
      guard let takeover = takeover(location), found[takeover.upstream] == nil else { continue }
      let backend = takeover.backend
      found[takeover.upstream] = UpstreamInspection(
        name: takeover.upstream, backend: backend.description,
        endpoints: services.endpoints(of: ObjectName(backend.namespace, backend.name)),
        alternatives: upstreams[location.upstream]?.alternatives.map(\.name) ?? [])
    }
    return Array(found.values)
  }
}

/// A Service of the annotation `default-backend` and its upstream.
struct Takeover {
  var upstream: String
  var backend: Backend
}

extension Configuration {
  /// The Service of the annotation `default-backend`, where it has endpoints and something to do:
  /// the location's own Service has none, or the location lists statuses
  /// (`shouldCreateUpstreamForLocationDefaultBackend`).
  func takeover(_ location: Location) -> Takeover? {
    guard let owner = location.owner, let own = upstreams[location.upstream] else { return nil }
    let settings = ingresses[owner].settings
    let name = ObjectName(ingresses[owner].namespace, settings.defaultBackend.service)
    guard !own.hasEndpoints || !settings.customErrors.statuses.isEmpty,
      !name.name.isEmpty, let backend = services.firstPort(of: name), backend.state == .ready
    else { return nil }
    return Takeover(
      upstream: "custom-default-backend-\(name.namespace)-\(name.name)", backend: backend)
  }
}
