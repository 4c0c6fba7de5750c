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
  private let gateways: [ObjectName: GatewayPlan]
  private let parts: [Part]
  private let passthroughs: [Passthrough]

  init(_ drafts: [RouteDraft], _ passthroughs: [Passthrough], _ options: WriteOptions) {
    self.drafts = drafts
    self.passthroughs = passthroughs
    self.options = options
    let byGateway = Dictionary(grouping: drafts) { options.gateway(of: $0.owner.namespace) }
    let passed = Dictionary(grouping: passthroughs) { options.gateway(of: $0.owner.namespace) }
    gateways = Dictionary(
      uniqueKeysWithValues: Set(byGateway.keys).union(passed.keys).map { name in
        (name, GatewayPlan(name, byGateway[name] ?? [], passed[name] ?? [], options))
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
    let records = options.recordsOrigins
    for plan in plans { emit(Emitted(plan.gateway, records ? plan.gatewayOrigins : [])) }
    for plan in plans {
      for set in plan.listenerSets { emit(Emitted(set, records ? plan.origins(of: set) : [])) }
    }
    let grants = grants(plans)
    for grant in grants.objects { emit(Emitted(grant, records ? origins(of: grant) : [])) }
    // Positions are sorted, since the parts themselves are large.
    let order = parts.indices.sorted { parts[$0].name < parts[$1].name }
    for index in order where !drafts[parts[index].draft].isGRPC {
      let route = route(parts[index])
      emit(Emitted(route, records ? origins(of: route, parts[index]) : []))
    }
    for index in order where drafts[parts[index].draft].isGRPC {
      let origins = records ? origins(of: route(parts[index]), parts[index]) : []
      emit(Emitted(callRoute(parts[index]), origins))
    }
    let passed = Self.routes(of: passthroughs, options) {
      gateways[options.gateway(of: $0.owner.namespace)]?.parent($0.listener, from: $0.owner)
    }
    for route in passed {
      let origins = passthroughs.filter { [$0.hostname] == route.hostnames }.map(\.origin)
      emit(Emitted(route, records ? FieldOrigin.ofEveryObject + FieldOrigin.of(origins) : []))
    }
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
    let gateway = options.gateway(of: draft.owner.namespace)
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

extension ObjectWriter {
  private func origins(of route: HTTPRoute, _ part: Part) -> [FieldOrigin] {
    let draft = drafts[part.draft]
    return RouteOrigins(
      route: route, owner: draft.owner, listeners: draft.sides.https, groups: part.groups,
      options: options
    ).all
  }

  /// A grant comes of the routes, or the certificates, that point into its namespace.
  private func origins(of grant: ReferenceGrant) -> [FieldOrigin] {
    let names = Set(grant.to.compactMap(\.name))
    let target = grant.metadata.namespace
    var sources: [FieldSource] = []
    for draft in drafts where grant.from.contains(where: { $0.namespace == draft.owner.namespace })
    {
      for group in draft.groups {
        let isMeant = group.rules.contains { rule in
          rule.backends.contains {
            $0.reference.namespace == target && names.contains($0.reference.name)
          }
        }
        if isMeant, !sources.contains(.written(group.origin)) {
          sources.append(.written(group.origin))
        }
      }
    }
    let secrets = gateways.values.flatMap(\.secure).map(\.listener)
      .filter {
        $0.secret.hasPrefix("\(target)/") && names.contains(ObjectName(secret: $0.secret).name)
      }
    let isOfGateway = grant.from.contains { $0.kind == "Gateway" }
    if isOfGateway {
      sources = secrets.sorted { ($0.hostname ?? "") < ($1.hostname ?? "") }
        .map { .certificate($0.secret, host: $0.hostname) }
    }
    let reason = FieldSource.choice(
      "Gateway API asks for a grant where an object points into another namespace")
    return FieldOrigin.ofEveryObject + [FieldOrigin("", sources + [reason])]
  }
}

extension Emitted {
  init(_ manifest: some Manifest, _ origins: [FieldOrigin] = [], patches: PatchKind? = nil) {
    self.init(
      reference: manifest.reference, apiVersion: type(of: manifest).apiVersion,
      body: manifest.body, origins: origins)
    self.patches = patches
  }
}
