import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// The host names of each Gateway: a policy that means one host among them has to
/// leave out the others where it cannot name the one.
struct GatewayNames {
  /// The names of one Gateway.
  fileprivate struct Names {
    /// Names without a star, each once.
    var exact: [String] = []
    /// How many hosts stand for more than one name.
    var openCount = 0
    /// What all routes of these hosts ask of clients; empty or several where they differ.
    var accesses: Set<Access?> = []
  }

  private let byGateway: [ObjectName: Names]
  /// The names of TLS connections that are passed on unopened.
  let passedOn: [String]

  /// The most names that a policy leaves out.
  private static let limit = 500

  init(_ site: Site, _ options: WriteOptions) {
    var names: [ObjectName: Names] = [:]
    for host in site.plainHosts {
      for gateway in options.gateways(of: host.routes) {
        names[gateway, default: Names()].add(host)
      }
    }
    byGateway = names
    passedOn = site.listeners.compactMap { listener in
      guard case .passthrough = listener.transport else { return nil }
      return listener.serverName.hostname
    }
  }

  /// How an operation means the requests for one host of a Gateway.
  ///
  /// The port in a Host header is the client's to choose, so that a name without a star stands twice,
  /// as `name` and `name:*`. A name with a star cannot: it is what is left without all other names.
  ///
  /// The access is what the whole host asks of clients; nil where that differs by path. The result
  /// is nil where no terms mean just the host.
  func terms(
    _ hostname: String?, on gateway: ObjectName, sharing access: Access?
  ) -> [AuthorizationPolicy.Term]? {
    if let hostname, !hostname.hasPrefix("*.") {
      return [AuthorizationPolicy.Term(.host, Self.spellings(hostname))]
    }
    guard let names = byGateway[gateway], names.exact.count <= Self.limit else { return nil }
    let isAlone = names.openCount == 1
    let isShared = access.map { names.accesses == [$0] } ?? false
    guard isAlone || isShared else { return nil }
    guard !names.exact.isEmpty else { return [] }
    return [AuthorizationPolicy.Term(.host, not: names.exact.sorted().flatMap(Self.spellings))]
  }

  private static func spellings(_ name: String) -> [String] { [name, "\(name):*"] }
}

extension GatewayNames.Names {
  fileprivate mutating func add(_ host: Host) {
    if let hostname = host.pattern.hostname, !hostname.hasPrefix("*.") {
      exact.append(hostname)
      return
    }
    openCount += 1
    for route in host.routes {
      guard case .forward = route.destination else { continue }
      accesses.insert(route.access)
    }
  }
}

extension Route {
  /// What the route asks of clients; nil where it asks nothing.
  var access: Access? {
    for behaviour in behaviours {
      guard case .access(let access) = behaviour else { continue }
      return access
    }
    return nil
  }
}

extension WriteOptions {
  /// The Gateways that serve some routes.
  func gateways(of routes: [Route]) -> [ObjectName] {
    guard usesSeveralGateways else { return [ObjectName(gatewayNamespace, gatewayName)] }
    return Set(routes.compactMap { $0.owner.map { gateway(of: $0.namespace) } }).sorted()
  }
}
