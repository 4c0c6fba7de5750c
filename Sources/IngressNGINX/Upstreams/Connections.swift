import Kubernetes
import Routing

/// How connections to each port of a Service are made: the oldest Ingress that reaches it decides.
struct Connections: Sendable {
  /// A way to a Service that asks for other settings than the Service has.
  struct Conflict: Sendable {
    /// The Ingress of the location.
    var owner: Int
    var wanted: Upstream
    var chosen: Upstream
  }

  private struct Port: Hashable {
    let namespace: String
    let service: String
    let number: Int
  }

  private(set) var conflicts: [Conflict] = []
  private var settings: [Port: Upstream] = [:]
  /// The paths that each port's session cookie is set for.
  private var cookiePaths: [Port: Set<String>] = [:]

  /// Follows every location to its upstream, oldest Ingress first; canaries after their primary.
  init(_ servers: Servers, _ upstreams: Upstreams, _ wanted: ConnectionWishes) {
    settings.reserveCapacity(upstreams.count)
    for (owner, server, index) in Self.locations(of: servers) {
      let server = servers.inOrder[server]
      let location = server.locations[index]
      guard let primary = upstreams[location.upstream], primary.backend.state != .missing else {
        continue
      }
      let way = ConnectionWishes.Way(location: location, server: server.settings, owner: owner)
      join(way, primary, wanted.settings(of: way, primary, sharing: primary.affinity))
      guard let alternative = primary.alternatives.first, let canary = upstreams[alternative.name],
        canary.backend.state != .missing
      else { continue }
      let isLegacy = wanted.ingresses[alternative.canary].settings.affinity.isLegacyForCanaries
      let affinity = isLegacy ? nil : primary.affinity
      join(way, canary, wanted.settings(of: way, canary, sharing: affinity))
    }
  }

  /// The settings, by namespace, name and port of the Service.
  var upstreams: [Upstream] {
    settings.sorted {
      ($0.key.namespace, $0.key.service, $0.key.number)
        < ($1.key.namespace, $1.key.service, $1.key.number)
    }.map { port, upstream in
      guard case .cookie(var cookie) = upstream.balancing else { return upstream }
      var upstream = upstream
      cookie.paths = (cookiePaths[port] ?? []).sorted()
      upstream.balancing = .cookie(cookie)
      return upstream
    }
  }

  private mutating func join(
    _ way: ConnectionWishes.Way, _ upstream: NginxUpstream, _ wanted: Upstream
  ) {
    let port = Port(
      namespace: wanted.namespace, service: wanted.service, number: wanted.port)
    if let affinity = upstream.affinity, affinity.owners.contains(way.owner) {
      let path = affinity.cookie.path
      cookiePaths[port, default: []].insert(path.isEmpty ? way.location.path : path)
    }
    guard let chosen = settings[port] else {
      settings[port] = wanted
      return
    }
    guard wanted.differs(from: chosen) else { return }
    conflicts.append(Conflict(owner: way.owner, wanted: wanted, chosen: chosen))
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
  /// A location on its way to an upstream.
  struct Way {
    let location: Location
    let server: ServerSettings
    /// The Ingress of the location.
    let owner: Int
  }

  let ingresses: [ServedIngress]
  let controller: ControllerSettings
  let protocols: SpokenProtocols

  /// The settings that one way to a Service asks for.
  func settings(
    of way: Way, _ upstream: NginxUpstream, sharing affinity: NginxUpstream.Affinity?
  ) -> Upstream {
    let settings = ingresses[way.owner].settings
    return Upstream(
      namespace: upstream.backend.namespace, service: upstream.backend.name,
      port: upstream.backend.port, balancing: balancing(of: upstream, sharing: affinity),
      connectTimeout: settings.timeouts.connect ?? controller.connectTimeout,
      spoken: protocols.spoken(settings, on: way.server), origin: way.location.origin)
  }

  /// Affinity before `upstream-hash-by` before `load-balance` (`balancer.lua`, get_implementation).
  private func balancing(
    of upstream: NginxUpstream, sharing affinity: NginxUpstream.Affinity?
  ) -> Upstream.Balancing {
    let settings = ingresses[upstream.owner].settings
    if let affinity { return .cookie(affinity.cookie.sticky) }
    if let key = settings.hashBy.key { return .hash(key) }
    let algorithm = settings.loadBalancing.algorithm ?? controller.loadBalancing
    return algorithm == "ewma" ? .leastRequest : .roundRobin
  }
}

extension Upstream {
  /// Whether a connection is to be made in another way.
  fileprivate func differs(from other: Upstream) -> Bool {
    connectTimeout != other.connectTimeout || balancing != other.balancing
      || spoken != other.spoken
  }
}
