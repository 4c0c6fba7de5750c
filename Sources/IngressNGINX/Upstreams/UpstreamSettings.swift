import Kubernetes
import Routing

extension Configuration {
  /// How connections to each Service are made; the oldest Ingress that reaches it decides.
  var upstreamSettings: [Upstream] {
    connections.values.sorted { ($0.namespace, $0.service) < ($1.namespace, $1.service) }
  }

  /// The settings by Service, of the first location that leads to it.
  private var connections: [ObjectName: Upstream] {
    var settings: [ObjectName: Upstream] = [:]
    for reach in reaches {
      let backend = reach.upstream.backend
      let name = ObjectName(backend.namespace, backend.name)
      if settings[name] == nil { settings[name] = connection(reach) }
    }
    return settings
  }

  /// Every way from a location to an upstream, oldest Ingress first; canaries after their primary.
  var reaches: [Reach] {
    let locations = servers.inOrder.flatMap(\.locations).compactMap { location in
      location.owner.map { (owner: $0, location: location) }
    }
    return locations.sorted { $0.owner < $1.owner }.flatMap { owner, location -> [Reach] in
      guard let primary = upstreams[location.upstream], primary.backend.state != .missing else {
        return []
      }
      let canary = primary.alternatives.first.flatMap { upstreams[$0.name] }
      return [primary, canary].compactMap { $0 }.filter { $0.backend.state != .missing }
        .map { Reach(owner: owner, upstream: $0, origin: location.origin) }
    }
  }

  /// The settings that one way to a Service asks for.
  func connection(_ reach: Reach) -> Upstream {
    let location = ingresses[reach.owner].settings.loadBalancing
    let algorithm = ingresses[reach.upstream.owner].settings.loadBalancing.algorithm
    return Upstream(
      namespace: reach.upstream.backend.namespace, service: reach.upstream.backend.name,
      balancing: (algorithm ?? controller.loadBalancing) == "ewma" ? .leastRequest : .roundRobin,
      connectTimeout: location.connectTimeout ?? controller.connectTimeout, origin: reach.origin)
  }
}

/// A way from a location to an upstream.
struct Reach {
  /// The Ingress of the location.
  var owner: Int
  var upstream: NginxUpstream
  var origin: Origin
}
