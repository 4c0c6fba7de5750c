import Evidence
import Kubernetes
import Routing

@testable import IngressNGINX

extension Invariant {
  static let ofLocations: [Invariant] = [
    Invariant(
      "a host, path and modifier stand once, or the configuration is refused",
      rule: "getBackendServers, addLoc; nginx refuses a duplicate location"
    ) { reading in
      guard reading.configuration.refusedConfigurationFindings.isEmpty else { return nil }
      return reading.servers.first { server in
        guard !server.isRegexHost(reading.served) else { return false }
        let blocks = server.blocks(reading.served).map { "\($0.modifier.rawValue) \($0.path)" }
        return Set(blocks).count != blocks.count
      }?.name
    },
    Invariant(
      "the first Ingress with a host, path and type keeps it", rule: "getBackendServers, addLoc"
    ) { reading in
      for server in reading.servers {
        for location in server.locations where !location.isImplicit && location.appliesRedirects {
          let claims = reading.claims(server.name, location.path, location.type)
          // A canary whose Service is an ordinary one's, too, claims paths like an ordinary Ingress.
          guard let owner = location.owner, let first = claims.first, first < owner else {
            continue
          }
          let twice = server.locations(at: location.path).count > 1
          if !twice { return "\(server.name)\(location.path) of \(owner), not \(first)" }
        }
      }
      return nil
    },
    Invariant(
      "a location's upstream is of its owner's namespace", rule: "upstreamName"
    ) { reading in
      for server in reading.servers {
        for location in server.locations {
          guard let owner = location.owner, location.upstream != defaultUpstreamName,
            let upstream = reading.upstreams[location.upstream]
          else { continue }
          if upstream.backend.namespace != reading.served[owner].namespace {
            return "\(server.name)\(location.path)"
          }
        }
      }
      return nil
    },
    Invariant("no location leads to a canary's own upstream", rule: "getBackendServers, NoServer") {
      reading in
      reading.servers.flatMap(\.locations).first { location in
        !location.isImplicit && location.appliesRedirects
          && reading.upstreams[location.upstream]?.isCanaryOnly == true
      }?.upstream
    },
    Invariant("only the default server's / has no owner", rule: "createServers") { reading in
      reading.servers.first { server in
        server.locations.contains {
          $0.owner == nil && (server.name != Server.defaultName || $0.path != "/")
        }
      }?.name
    },
  ]

  static let ofPaths: [Invariant] = [
    Invariant("longer paths stand first", rule: "getBackendServers, SortStable by length") {
      reading in
      reading.servers.first { server in
        let lengths = server.blocks(reading.served).map(\.location.path.utf8.count)
        return lengths != lengths.sorted(by: >)
      }?.name
    },
    Invariant(
      "a host is in regex mode just where a location asks for it", rule: "enforceRegexModifier"
    ) { reading in
      reading.servers.first { server in
        let asks = server.blocks(reading.served).contains { block in
          guard let owner = block.location.owner, block.location.appliesRedirects else {
            return false
          }
          let rewrite = reading.served[owner].settings.rewrite
          return rewrite.usesRegex || (!rewrite.target.isEmpty && rewrite.target != block.path)
        }
        return asks != server.isRegexHost(reading.served)
      }?.name
    },
    Invariant(
      "an Exact path keeps its exact location beside a Prefix path", rule: "updateServerLocations"
    ) { reading in
      reading.servers.first { server in
        let exact = Set(server.locations.filter { $0.type == .exact }.map(\.path))
        return server.blocks(reading.served).contains { $0.isTwin && exact.contains($0.path) }
      }?.name
    },
  ]
}

extension RandomReading {
  /// The Ingresses that ask for a location, oldest first; canaries do not.
  fileprivate func claims(_ host: String, _ path: String, _ type: LocationType) -> [Int] {
    ordinary.filter { _, served in
      served.ingress.rules.contains { rule in
        serverName(rule) == host
          && (rule.paths ?? []).contains { claim in
            claim.nginxPath == path && claim.nginxType == type
              && upstream(of: claim, served)?.isCanaryOnly == false
          }
      }
    }.map(\.index)
  }

  private func upstream(of path: IngressPath, _ served: ServedIngress) -> NginxUpstream? {
    guard case .service(let name, let port) = path.backend else { return nil }
    return upstreams[upstreamName(served.namespace, name, port)]
  }
}
