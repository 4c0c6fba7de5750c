package import Evidence
import GatewayAPI
import Kubernetes
package import Routing

/// Writes a site as Gateway API and Istio objects.
///
/// - Parameters:
///   - site: what ingress-nginx serves.
///   - options: what the user chose.
///   - emit: takes each object once; objects come in a stable order.
/// - Returns: what could not be said, or is said differently.
package func write(
  _ site: Site, options: WriteOptions, emit: (Emitted) -> Void
) -> [Finding] {
  var findings: [Finding] = []
  let planner = HostPlanner(site, options)
  let plans = site.nameableHosts(findings: &findings).map {
    planner.plan($0, findings: &findings)
  }
  let drafts = draftRoutes(plans)
  guard !drafts.isEmpty else { return findings + [Finding(.defaultServerDiffers)] }
  var writer = ObjectWriter(drafts, options)
  writer.emitRoutes(emit)
  for upstream in site.upstreams { emit(Emitted(destinationRule(upstream, options))) }
  return unique(findings) + environmentFindings(site, plans) + sharedCertificateFindings(site)
    + namespaceFindings(drafts, options)
}

/// The findings without repetitions: what is said of a canary is the same on each of its paths.
private func unique(_ findings: [Finding]) -> [Finding] {
  var seen: Set<Finding> = []
  return findings.filter { seen.insert($0).inserted }
}

/// Turns drafts into objects.
private struct ObjectWriter {
  private let drafts: [RouteDraft]
  private let options: WriteOptions
  private let gateways: [String: GatewayPlan]
  private var names: RouteNames
  private var grants = Grants()

  init(_ drafts: [RouteDraft], _ options: WriteOptions) {
    self.drafts = drafts
    self.options = options
    names = RouteNames(drafts)
    let byNamespace = Dictionary(grouping: drafts) {
      options.usesGatewayPerNamespace ? $0.owner.namespace : options.gatewayNamespace
    }
    gateways = Dictionary(
      uniqueKeysWithValues: byNamespace.map { namespace, drafts in
        (namespace, GatewayPlan(ObjectName(namespace, options.gatewayName), drafts, options))
      })
  }

  /// Hands over Gateways, ListenerSets, ReferenceGrants and HTTPRoutes, in this order.
  mutating func emitRoutes(_ emit: (Emitted) -> Void) {
    let plans = gateways.sorted { $0.key < $1.key }.map(\.value)
    for plan in plans { emit(Emitted(plan.gateway)) }
    for plan in plans {
      for set in plan.listenerSets { emit(Emitted(set)) }
      for (namespace, secrets) in plan.foreignSecrets {
        grants.allow(gatewaysOf: plan.name.namespace, secrets: secrets, of: namespace)
      }
    }
    let routes = drafts.flatMap { self.routes($0) }
      .sorted { $0.metadata.objectName < $1.metadata.objectName }
    for route in routes { grants.allow(route) }
    for grant in grants.objects { emit(Emitted(grant)) }
    for route in routes { emit(Emitted(route)) }
  }

  private mutating func routes(_ draft: RouteDraft) -> [HTTPRoute] {
    let namespace =
      options.usesGatewayPerNamespace ? draft.owner.namespace : options.gatewayNamespace
    let parents = gateways[namespace]?.parents(of: draft) ?? []
    let base = names.base(of: draft)
    return split(draft.groups).enumerated().map { index, groups in
      let provenance = options.provenance(groups.map(\.origin))
      return HTTPRoute(
        metadata: Metadata(
          name: names.part(index + 1, of: draft, base: base), namespace: draft.owner.namespace,
          annotations: provenance.annotations),
        parents: parents, hostnames: draft.hostnames.compactMap { $0 },
        rules: groups.flatMap(\.rules), comments: provenance.comments)
    }
  }
}

extension Emitted {
  fileprivate init(_ manifest: some Manifest) {
    self.init(
      reference: manifest.reference, apiVersion: type(of: manifest).apiVersion,
      body: manifest.body)
  }
}
