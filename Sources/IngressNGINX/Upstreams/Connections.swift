import Kubernetes
import Routing

/// How connections to each Service are made: the oldest Ingress that reaches it decides.
struct Connections: Sendable {
  /// A way to a Service that asks for other settings than the Service has.
  struct Conflict: Sendable {
    /// The Ingress of the location.
    var owner: Int
    var wanted: Upstream
    var chosen: Upstream
  }

  private(set) var conflicts: [Conflict] = []
  private var settings: [ObjectName: Upstream] = [:]

  /// Follows every location to its upstream, oldest Ingress first; canaries after their primary.
  init(_ servers: Servers, _ upstreams: Upstreams, _ wanted: ConnectionWishes) {
    settings.reserveCapacity(upstreams.count)
    for (owner, server, index) in Self.locations(of: servers) {
      let location = servers.inOrder[server].locations[index]
      guard let primary = upstreams[location.upstream], primary.backend.state != .missing else {
        continue
      }
      join(owner, wanted.settings(of: location, owner, primary))
      guard let name = primary.alternatives.first?.name, let canary = upstreams[name],
        canary.backend.state != .missing
      else { continue }
      join(owner, wanted.settings(of: location, owner, canary))
    }
  }

  /// The settings, by namespace and name of the Service.
  var upstreams: [Upstream] {
    settings.values.sorted { ($0.namespace, $0.service) < ($1.namespace, $1.service) }
  }

  private mutating func join(_ owner: Int, _ wanted: Upstream) {
    let service = ObjectName(wanted.namespace, wanted.service)
    guard let chosen = settings[service] else {
      settings[service] = wanted
      return
    }
    guard wanted.connectTimeout != chosen.connectTimeout || wanted.balancing != chosen.balancing
    else { return }
    conflicts.append(Conflict(owner: owner, wanted: wanted, chosen: chosen))
  }

  /// The places of all locations that an Ingress owns, oldest Ingress first, then as made.
  private static func locations(
    of servers: Servers
  ) -> [(owner: Int, server: Int, location: Int)] {
    var places: [(owner: Int, server: Int, location: Int)] = []
    for (server, entry) in servers.inOrder.enumerated() {
      for (index, location) in entry.locations.enumerated() {
        if let owner = location.owner { places.append((owner, server, index)) }
      }
    }
    return places.sorted { $0 < $1 }
  }
}

/// Where the settings of a connection are written: in annotations, or for all in the ConfigMap.
struct ConnectionWishes {
  let ingresses: [ServedIngress]
  let controller: ControllerSettings

  /// The settings that one way to a Service asks for.
  func settings(of location: Location, _ owner: Int, _ upstream: NginxUpstream) -> Upstream {
    let algorithm = ingresses[upstream.owner].settings.loadBalancing.algorithm
    let timeout = ingresses[owner].settings.timeouts.connect
    return Upstream(
      namespace: upstream.backend.namespace, service: upstream.backend.name,
      balancing: (algorithm ?? controller.loadBalancing) == "ewma" ? .leastRequest : .roundRobin,
      connectTimeout: timeout ?? controller.connectTimeout, origin: location.origin)
  }
}
