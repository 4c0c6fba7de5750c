import Evidence
import Kubernetes
import Routing

/// The servers in the order in which they were made, found by host.
struct Servers: Sendable {
  private(set) var inOrder: [Server]
  private var indices: [String: Int]

  init(_ first: Server) {
    inOrder = [first]
    indices = [first.name: 0]
  }

  /// The servers by name.
  var byName: [Server] {
    inOrder.indices.sorted { inOrder[$0].name < inOrder[$1].name }.map { inOrder[$0] }
  }

  func index(of host: String) -> Int? { indices[host] }

  mutating func add(_ server: Server) {
    indices[server.name] = inOrder.count
    inOrder.append(server)
  }

  subscript(index: Int) -> Server {
    get { inOrder[index] }
    _modify { yield &inOrder[index] }
  }
}

/// The host of a rule as a server name.
func serverName(_ rule: IngressRule) -> String {
  rule.host.isEmpty ? Server.defaultName : rule.host.lowercased()
}

/// Makes the servers of all ordinary Ingresses (`createServers`): each Ingress, oldest first, brings
/// the hosts that nobody brought before, with an implicit `/` that carries its annotations.
func createServers(_ ingresses: [ServedIngress], _ upstreams: Upstreams) -> Servers {
  var servers = Servers(
    Server(
      name: Server.defaultName, owner: nil,
      root: Location(
        path: "/", type: .prefix, upstream: defaultUpstreamName, owner: nil, isImplicit: true,
        origin: Origin())))
  for (index, served) in ingresses.enumerated() where !served.isCanary {
    let fallback = defaultUpstream(served)
    if let fallback, served.ingress.rules.isEmpty, servers[0].locations[0].isImplicit {
      let root = Location(
        path: "/", type: .prefix, upstream: fallback, owner: index, isImplicit: false,
        appliesRedirects: false,
        origin: served.origin("spec.defaultBackend", at: served.ingress.metadata.place))
      servers[0].replace(0, by: root)
    }
    for (ruleIndex, rule) in served.ingress.rules.enumerated()
    where servers.index(of: serverName(rule)) == nil {
      servers.add(
        Server(
          name: serverName(rule), owner: index,
          root: Location(
            path: "/", type: .prefix, upstream: fallback ?? defaultUpstreamName, owner: index,
            isImplicit: true, origin: served.origin("spec.rules[\(ruleIndex)]", at: rule.place))))
    }
  }
  return servers
}

/// The upstream of `spec.defaultBackend`, which serves the implicit `/` of the Ingress's hosts.
private func defaultUpstream(_ served: ServedIngress) -> String? {
  guard case .service(let name, let port) = served.ingress.defaultBackend else { return nil }
  return upstreamName(served.namespace, name, port)
}
