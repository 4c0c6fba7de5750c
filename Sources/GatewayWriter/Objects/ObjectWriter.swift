import Evidence
import GatewayAPI
import Kubernetes

/// Turns drafts into objects.
struct ObjectWriter {
  /// What one HTTPRoute holds of a draft.
  private struct Part {
    var name: ObjectName
    /// The draft's position.
    var draft: Int
    var groups: [RuleGroup]
  }

  private let drafts: [RouteDraft]
  private let options: WriteOptions
  private let gateways: [String: GatewayPlan]
  private let parts: [Part]
  private let passthroughs: [Passthrough]

  init(_ drafts: [RouteDraft], _ passthroughs: [Passthrough], _ options: WriteOptions) {
    self.drafts = drafts
    self.passthroughs = passthroughs
    self.options = options
    let byNamespace = Dictionary(grouping: drafts) { options.gatewayNamespace(of: $0.owner) }
    let passed = Dictionary(grouping: passthroughs) { options.gatewayNamespace(of: $0.owner) }
    gateways = Dictionary(
      uniqueKeysWithValues: Set(byNamespace.keys).union(passed.keys).map { namespace in
        (
          namespace,
          GatewayPlan(
            ObjectName(namespace, options.gatewayName), byNamespace[namespace] ?? [],
            passed[namespace] ?? [], options)
        )
      })
    var names = RouteNames(drafts)
    parts = drafts.enumerated().flatMap { index, draft in
      let base = names.base(of: draft)
      return split(draft.groups).enumerated().map { number, groups in
        let name = names.part(number + 1, of: draft, base: base)
        return Part(name: ObjectName(draft.owner.namespace, name), draft: index, groups: groups)
      }
    }
  }

  /// Hands over Gateways, ListenerSets, ReferenceGrants, HTTPRoutes, GRPCRoutes and TLSRoutes, in
  /// this order.
  func emitRoutes(_ emit: (Emitted) -> Void) {
    let plans = gateways.sorted { $0.key < $1.key }.map(\.value)
    for plan in plans { emit(Emitted(plan.gateway)) }
    for plan in plans {
      for set in plan.listenerSets { emit(Emitted(set)) }
    }
    for grant in grants(plans).objects { emit(Emitted(grant)) }
    // Positions are sorted, since the parts themselves are large.
    let order = parts.indices.sorted { parts[$0].name < parts[$1].name }
    for index in order where !drafts[parts[index].draft].isGRPC {
      emit(Emitted(route(parts[index])))
    }
    for index in order where drafts[parts[index].draft].isGRPC {
      emit(Emitted(callRoute(parts[index])))
    }
    let passed = Self.routes(of: passthroughs, options) {
      gateways[options.gatewayNamespace(of: $0.owner)]?.parent($0.listener, from: $0.owner)
    }
    for route in passed { emit(Emitted(route)) }
  }

  private func grants(_ plans: [GatewayPlan]) -> Grants {
    var grants = Grants()
    for plan in plans {
      for (namespace, secrets) in plan.foreignSecrets {
        grants.allow(gatewaysOf: plan.name.namespace, secrets: secrets, of: namespace)
      }
    }
    for draft in drafts {
      let kind = draft.isGRPC ? GRPCRoute.kind : HTTPRoute.kind
      for group in draft.groups { grants.allow(group, kind, routesOf: draft.owner.namespace) }
    }
    for passthrough in passthroughs { grants.allow(passthrough) }
    return grants
  }

  private func route(_ part: Part) -> HTTPRoute {
    let draft = drafts[part.draft]
    let gateway = options.gatewayNamespace(of: draft.owner)
    let provenance = options.provenance(part.groups.map(\.origin))
    return HTTPRoute(
      metadata: Metadata(
        name: part.name.name, namespace: part.name.namespace,
        annotations: provenance.annotations),
      parents: gateways[gateway]?.parents(of: draft) ?? [],
      hostnames: draft.hostnames.compactMap { $0 }, rules: part.groups.flatMap(\.rules),
      comments: provenance.comments)
  }
}

extension ObjectWriter {
  /// The same as a GRPCRoute.
  private func callRoute(_ part: Part) -> GRPCRoute {
    let route = route(part)
    return GRPCRoute(
      metadata: route.metadata, parents: route.parents, hostnames: route.hostnames,
      rules: route.rules.compactMap { GRPCRoute.Rule($0) }, comments: route.comments)
  }
}

extension WriteOptions {
  /// The namespace of the Gateway that serves an object's routes.
  func gatewayNamespace(of owner: ObjectReference) -> String {
    usesGatewayPerNamespace ? owner.namespace : gatewayNamespace
  }
}

extension Emitted {
  init(_ manifest: some Manifest, patches: PatchKind? = nil) {
    self.init(
      reference: manifest.reference, apiVersion: type(of: manifest).apiVersion,
      body: manifest.body)
    self.patches = patches
  }
}
