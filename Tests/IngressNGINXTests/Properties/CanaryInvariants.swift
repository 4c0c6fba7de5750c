import Evidence
import Kubernetes
import Routing

@testable import IngressNGINX

extension Invariant {
  static let ofCanaries: [Invariant] = [
    Invariant("a canary owns no server", rule: "createServers") { reading in
      reading.servers.first { server in
        server.owner.map { reading.served[$0].isCanary } ?? false
      }?.name
    },
    Invariant(
      "a canary's location leads to an ordinary Ingress's upstream", rule: "getBackendServers"
    ) { reading in
      reading.servers.flatMap(\.locations).first { location in
        guard let owner = location.owner, reading.served[owner].isCanary else { return false }
        return reading.upstreams[location.upstream]?.isCanaryOnly != false
      }?.upstream
    },
    Invariant("an upstream is never its own canary", rule: "canMergeBackend") { reading in
      reading.upstreams.values.first { upstream in
        upstream.alternatives.contains { $0.name == upstream.name }
      }?.name
    },
    Invariant("only ordinary upstreams have canaries", rule: "canMergeBackend") { reading in
      reading.upstreams.values.first { $0.isCanaryOnly && !$0.alternatives.isEmpty }?.name
    },
    Invariant("an upstream has a policy just where a canary made it", rule: "createUpstreams") {
      reading in
      reading.upstreams.values.first { $0.isCanaryOnly != ($0.policy != nil) }?.name
    },
    Invariant("only the first canary of an upstream is asked", rule: "balancer.lua") { reading in
      for route in reading.routes {
        guard case .forward(let choice) = route.destination, let canary = choice.canary else {
          continue
        }
        let primaries = reading.upstreams.values.filter {
          // Another Service can have taken over for one without endpoints.
          $0.backend == canary.primary || !$0.hasEndpoints
        }
        let firsts = primaries.compactMap {
          $0.alternatives.first.map { reading.upstreams[$0.name] }
        }
        if !primaries.isEmpty, !firsts.contains(where: { $0?.backend == canary.canary }) {
          return "\(canary.primary) to \(canary.canary)"
        }
      }
      return nil
    },
    Invariant("shares are never negative, and not all are zero", rule: "balancer.lua, weight") {
      reading in
      reading.routes.first { route in
        guard case .forward(let choice) = route.destination else { return false }
        return choice.otherwise.shares.contains { $0.weight < 0 } || choice.otherwise.total <= 0
      }.map { "\($0.path)" }
    },
  ]
}

extension RandomReading {
  /// The routes of every host.
  var routes: [Route] {
    site.listeners.first?.hosts.flatMap(\.routes) ?? []
  }
}
