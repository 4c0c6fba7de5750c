import Evidence
import Kubernetes

/// What became of one path, or the default backend, of a canary Ingress.
struct CanaryPairing: Sendable {
  enum Outcome: Hashable, Sendable {
    /// Paired with these primary upstreams.
    case paired([String])
    /// No server has this host.
    case hostNotServed
    /// No location has this path and type; the canary's upstream is deleted for all its paths.
    case unmatched
    /// The main Ingress uses the same Service and port.
    case sameService
    /// Another path of a canary had its upstream deleted before.
    case upstreamDeleted
  }

  var canary: Int
  var host: String
  var path: String
  var upstream: String
  var outcome: Outcome
  var place: Place
}

/// Pairs canaries with primaries, oldest first (`mergeAlternativeBackends`).
func mergeCanaries(
  _ ingresses: [ServedIngress], _ upstreams: inout Upstreams, _ servers: Servers
) -> [CanaryPairing] {
  // Without any ordinary Ingress only the default server is there, and nothing is merged.
  var pairings: [CanaryPairing] = []
  for (index, served) in ingresses.enumerated() where served.isCanary {
    if case .service(let name, let port) = served.ingress.defaultBackend {
      let upstream = upstreamName(served.namespace, name, port)
      pairings.append(
        CanaryPairing(
          canary: index, host: "", path: "", upstream: upstream,
          outcome: pair(
            upstream, index, servers[0],
            servers[0].locations.enumerated().map { ($0.offset, $0.element) }, &upstreams),
          place: served.ingress.metadata.place))
    }
    for rule in served.ingress.rules {
      pairings += pairPaths(of: rule, served, index, &upstreams, servers)
    }
  }
  return pairings
}

private func pairPaths(
  of rule: IngressRule, _ served: ServedIngress, _ index: Int, _ upstreams: inout Upstreams,
  _ servers: Servers
) -> [CanaryPairing] {
  var pairings: [CanaryPairing] = []
  for path in rule.paths ?? [] {
    guard case .service(let name, let port) = path.backend else { continue }
    let upstream = upstreamName(served.namespace, name, port)
    var pairing = CanaryPairing(
      canary: index, host: rule.host, path: path.path, upstream: upstream, outcome: .hostNotServed,
      place: path.place)
    if let server = servers.index(of: serverName(rule)) {
      let candidates = servers[server].locations(at: path.path)
        .filter { $0.location.type == path.nginxType }
      pairing.outcome = pair(upstream, index, servers[server], candidates, &upstreams)
    }
    pairings.append(pairing)
  }
  return pairings
}

/// Pairs one canary upstream with the primaries of the locations that match, or deletes it.
///
/// A location of the server that leads to the canary's own upstream ends the search, wherever its
/// path is; what was paired before stays paired.
private func pair(
  _ name: String, _ canary: Int, _ server: Server, _ matching: [(index: Int, location: Location)],
  _ upstreams: inout Upstreams
) -> CanaryPairing.Outcome {
  guard upstreams[name] != nil else { return .upstreamDeleted }
  let end = server.firstIndex(leadingTo: name)
  var paired: [String] = []
  for (index, location) in matching where index < end ?? .max {
    guard location.upstream != defaultUpstreamName, let primary = upstreams[location.upstream],
      !primary.isCanaryOnly
    else { continue }
    if !primary.alternatives.contains(where: { $0.name == name }) {
      upstreams[location.upstream]?.alternatives.append(Alternative(name: name, canary: canary))
    }
    paired.append(location.upstream)
  }
  guard end == nil else { return .sameService }
  guard !paired.isEmpty else {
    upstreams[name] = nil
    return .unmatched
  }
  return .paired(paired)
}
