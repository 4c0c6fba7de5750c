import Evidence
import Kubernetes
import Routing

/// A path that an older Ingress already serves.
struct OverlaidPath: Sendable {
  var owner: Int
  var origin: Origin
  var host: String
  var path: String
  /// The Ingress that keeps the path; nil for the default server's own `/`.
  var keeper: Int?
}

/// Puts the paths of all Ingresses, oldest first, into the servers (`getBackendServers`).
///
/// - Returns: the paths that are ignored because the same path and type is taken.
func addLocations(
  _ ingresses: [ServedIngress], _ upstreams: inout Upstreams, _ servers: inout Servers
) -> [OverlaidPath] {
  var overlaid: [OverlaidPath] = []
  for (index, served) in ingresses.enumerated() {
    for (ruleIndex, rule) in served.ingress.rules.enumerated() {
      let server = servers.index(of: serverName(rule)) ?? 0
      for (pathIndex, path) in (rule.paths ?? []).enumerated() {
        guard case .service(let name, let port) = path.backend else { continue }
        let upstream = upstreamName(served.namespace, name, port)
        // An upstream that a canary made first has no location at all, whoever asks for it.
        if upstreams[upstream]?.isCanaryOnly ?? true { continue }
        let part = "spec.rules[\(ruleIndex)].http.paths[\(pathIndex)]"
        let location = Location(
          path: path.nginxPath, type: path.nginxType, upstream: upstream, owner: index,
          isImplicit: false, origin: served.origin(part, at: path.place))
        if let keeper = servers[server].add(location) {
          overlaid.append(
            OverlaidPath(
              owner: index, origin: location.origin, host: rule.host, path: path.nginxPath,
              keeper: keeper.owner))
        }
        upstreams[upstream]?.join(served, index)
      }
    }
  }
  return overlaid
}

extension Server {
  /// Adds a location unless the first one of the same path has the same type; an implicit one is
  /// replaced.
  ///
  /// Only the first is compared, so that a third can be a duplicate, which nginx refuses.
  ///
  /// - Returns: the location that keeps the path; nil where the new one is in.
  fileprivate mutating func add(_ location: Location) -> Location? {
    guard let index = locations.firstIndex(where: { $0.path == location.path }),
      locations[index].type == location.type
    else {
      locations.append(location)
      return nil
    }
    guard locations[index].isImplicit else { return locations[index] }
    locations[index] = location
    return nil
  }
}

extension NginxUpstream {
  /// Takes the session affinity of an Ingress that uses the upstream: the newest one's cookie counts.
  fileprivate mutating func join(_ served: ServedIngress, _ index: Int) {
    guard served.settings.affinity.isSticky else { return }
    let owners = (affinity?.owners ?? []).union([index])
    affinity = Affinity(cookie: served.settings.affinity.cookie, owners: owners)
  }
}
