import Kubernetes
import Routing

extension HostRoutes {
  /// Where a location's requests end, and whether a Service takes them.
  func destination(_ block: LocationBlock) -> (destination: Destination, isServed: Bool) {
    let location = block.location
    if ingress(block)?.settings.denial != nil { return (.respond(status: 503), false) }
    guard location.upstream != defaultUpstreamName else { return fallbackDestination }
    guard let upstream = upstreams[location.upstream] else { return (.respond(status: 503), false) }
    // Without endpoints nginx answers 503 and does not consult a canary.
    guard let primary = readyBackend(upstream, block) else {
      return (.forward(Choice(otherwise: Pool(upstream.backend))), false)
    }
    var choice = choice(upstream, primary, block)
    choice.isStandIn = !upstream.hasEndpoints
    return (.forward(choice), true)
  }

  /// The controller's default backend: a plain 404 unless the flag names a Service with endpoints.
  private var fallbackDestination: (destination: Destination, isServed: Bool) {
    guard let defaultBackend, defaultBackend.state == .ready else {
      return (.respond(status: 404), true)
    }
    return (.forward(Choice(otherwise: Pool(defaultBackend))), true)
  }

  /// The primary backend, or the `default-backend` Service that takes over for one without
  /// endpoints; nil where the location answers 503.
  private func readyBackend(_ upstream: NginxUpstream, _ block: LocationBlock) -> Backend? {
    if upstream.hasEndpoints { return upstream.backend }
    return takeover(block)
  }

  /// The Service of the annotation `default-backend`, where it has endpoints.
  func takeover(_ block: LocationBlock) -> Backend? {
    ingress(block).flatMap { services.standIn(of: $0) }
  }

  private func choice(
    _ upstream: NginxUpstream, _ primary: Backend, _ block: LocationBlock
  ) -> Choice {
    guard let first = upstream.alternatives.first, let canary = upstreams[first.name],
      canary.hasEndpoints
    else { return Choice(otherwise: Pool(primary)) }
    let decision = CanaryDecision(
      primary: primary, canary: canary.backend, policy: canary.policy ?? Canary.Policy(),
      isSticky: upstream.affinity != nil,
      isLegacy: ingresses[first.canary].settings.affinity.isLegacyForCanaries)
    // The policy is the oldest canary's that uses the Service; the pairing may be another's.
    let owner = ingresses[canary.policy == nil ? first.canary : canary.owner]
    return Choice(
      branches: decision.branches, otherwise: decision.shares,
      canary: CanaryOrigin(
        origin: owner.origin, primary: primary, canary: canary.backend,
        namesPath: namesPath(ingresses[first.canary], block)))
  }

  /// Whether the canary Ingress itself lists the location's host and path.
  private func namesPath(_ canary: ServedIngress, _ block: LocationBlock) -> Bool {
    let location = block.location
    return canary.ingress.rules.contains { rule in
      serverName(rule) == server.name
        && (rule.paths ?? []).contains {
          $0.path == location.path && $0.nginxType == location.type
        }
    }
  }
}
