import Evidence
import Kubernetes
import Routing

/// A path of an ordinary Ingress that does not become a location.
struct UnservedPath: Sendable {
  enum Reason: Sendable {
    /// The same host, path and type is taken; by an Ingress, or by the controller itself.
    case taken(by: Int?)
    /// A canary made the path's upstream first, which then has no location at all.
    case upstreamOfCanary(Int)
  }

  var owner: Int
  var origin: Origin
  var host: String
  var path: String
  var reason: Reason
}

/// Puts the paths of all Ingresses, oldest first, into the servers (`getBackendServers`).
///
/// - Returns: the paths that are not served.
func addLocations(
  _ ingresses: [ServedIngress], _ upstreams: inout Upstreams, _ servers: inout Servers
) -> [UnservedPath] {
  var unserved: [UnservedPath] = []
  for (index, served) in ingresses.enumerated() {
    for (ruleIndex, rule) in served.ingress.rules.enumerated() {
      let server = servers.index(of: serverName(rule)) ?? 0
      for (pathIndex, path) in (rule.paths ?? []).enumerated() {
        guard case .service(let name, let port) = path.backend else { continue }
        let upstream = upstreamName(served.namespace, name, port)
        let part = "spec.rules[\(ruleIndex)].http.paths[\(pathIndex)]"
        let location = Location(
          path: path.nginxPath, type: path.nginxType, upstream: upstream, owner: index,
          isImplicit: false, origin: served.origin(part, at: path.place))
        var path = UnservedPath(
          owner: index, origin: location.origin, host: rule.host, path: path.nginxPath,
          reason: .taken(by: nil))
        guard let target = upstreams[upstream] else { continue }
        if target.isCanaryOnly {
          path.reason = .upstreamOfCanary(target.owner)
          if !served.isCanary { unserved.append(path) }
          continue
        }
        if let keeper = servers[server].add(location), !served.isCanary {
          path.reason = .taken(by: keeper.owner)
          unserved.append(path)
        }
        upstreams[upstream]?.join(served, index)
      }
    }
  }
  return unserved
}

extension Server {
  /// Adds a location unless the first one of the same path has the same type; an implicit one is
  /// replaced.
  ///
  /// Only the first is compared, so that a third can be a duplicate, which nginx refuses.
  ///
  /// - Returns: the location that keeps the path; nil where the new one is in.
  fileprivate mutating func add(_ location: Location) -> Location? {
    guard let first = locations(at: location.path).first, first.location.type == location.type
    else {
      append(location)
      return nil
    }
    guard first.location.isImplicit else { return first.location }
    replace(first.index, by: location)
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
