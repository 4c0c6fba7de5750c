import YAMLText

extension Mutation {
  private static let references = "spec.rules[].backendRefs"

  static let ofBackends: [Mutation] = [
    Mutation("a weight one more", at: "\(references)[].weight") { weight, _ in
      weight.number.map { [.integer($0 + 1)] } ?? []
    },
    Mutation("a weight one less", at: "\(references)[].weight") { weight, _ in
      weight.number.flatMap { $0 > 0 ? [.integer($0 - 1)] : nil } ?? []
    },
    Mutation("weights swapped", at: references) { backends, _ in
      guard backends.items.count > 1, let first = backends.items[0]["weight"],
        let second = backends.items[1]["weight"]
      else { return [] }
      return [
        backends.replacingItem(0, backends.items[0].setting("weight", second))
          .replacingItem(1, backends.items[1].setting("weight", first))
      ]
    },
    Mutation("weights left out", at: references) { backends, _ in
      [.sequence(backends.items.map { $0.removing("weight") })]
    },
    Mutation("a backend left out of several", at: references) { backends, _ in
      backends.items.count < 2 ? [] : backends.items.indices.map { backends.removingItem($0) }
    },
    Mutation("no backends", at: references) { _, _ in [.sequence([])] },
    Mutation("another Service", at: "\(references)[].name") { name, around in
      around.services(but: name.text).map { .string($0) }
    },
    Mutation("a Service that is not there", ofText: "\(references)[].name") { $0 + "-x" },
    Mutation("another Service port", at: "\(references)[].port") { port, _ in
      port.number.map { [.integer($0 + 1)] } ?? []
    },
    Mutation("another namespace", at: "\(references)[]") { backend, _ in
      [backend.setting("namespace", "elsewhere"), backend.removing("namespace")]
    },
    Mutation("a grant taken back", in: "ReferenceGrant", at: "kind") { _, _ in
      [.string("Nothing")]
    },
    Mutation("a DestinationRule taken back", in: "DestinationRule", at: "kind") { _, _ in
      [.string("Nothing")]
    },
    Mutation("a DestinationRule of nobody", in: "DestinationRule", ofText: "spec.host") {
      "x" + $0
    },
    Mutation("another session cookie", in: "DestinationRule", ofText: cookie) { $0 + "x" },
    Mutation("no load balancer", in: "DestinationRule", at: "spec.trafficPolicy") { policy, _ in
      [policy.removing("loadBalancer")]
    },
  ]

  private static let cookie = "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.name"
}
