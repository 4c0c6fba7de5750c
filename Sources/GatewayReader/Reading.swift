package import Evidence
package import GatewayAPI
package import Kubernetes
package import Routing

/// What Istio 1.30 makes of Gateway API objects.
package struct Reading: Sendable {
  package var site: Site
  package var findings: [Finding]

  package init(site: Site, findings: [Finding]) {
    self.site = site
    self.findings = findings
  }
}

/// Reads the Gateway API and Istio objects of a cluster (`Cluster.others`) as Istio 1.30.3 does.
///
/// - Parameters:
///   - cluster: what was read with `keptKinds`.
///   - gateway: which Gateway's proxy is meant; nil for the only one, or for all together.
///   - assumesSecrets: whether Secrets are taken to exist where the cluster holds none at all.
///   - gatewayClass: a class that is Istio's, whether or not the cluster holds it; `istio` always is.
///   - requests: how the proxy reads requests; MeshConfig's `pathNormalization` decides it.
///   - mesh: MeshConfig; nil for the one in the cluster's ConfigMap `istio-system/istio`, if any.
/// - Returns: the site and what a person should know about it.
package func read(
  _ cluster: Cluster, gateway: ObjectName? = nil, assumesSecrets: Bool = false,
  gatewayClass: String = "istio", requests: RequestReading = .istio, mesh: MeshConfig? = nil
) -> Reading {
  let inventory = Inventory(
    cluster, assumesSecrets: assumesSecrets, gatewayClass: gatewayClass, mesh: mesh)
  let routes = inventory.routes
  let gateways = inventory.gateways
    .filter { gateway == nil || $0.metadata.objectName == gateway }
    .sorted { $0.metadata.objectName < $1.metadata.objectName }
  let sites = gateways.map { GatewaySite($0, routes.taken, inventory) }
  let parts = sites.map { $0.read() }
  let combined = combine(zip(gateways, parts).map { ($0.reference, $1.listeners) })
  let site = Site(
    reading: requests, listeners: combined.listeners,
    upstreams: inventory.upstreams(of: combined.listeners, for: gateways.first))
  return Reading(
    site: site,
    findings: inventory.findings + inventory.missingTargets + routes.findings
      + parts.flatMap(\.findings)
      + combined.findings + detached(routes.taken, served: sites.map(\.served), inventory)
      + missingBackends(of: site))
}

/// What Istio writes into the status of the objects of a cluster, by kind, namespace and name.
package func statuses(
  of cluster: Cluster, assumesSecrets: Bool = false, gatewayClass: String = "istio",
  mesh: MeshConfig? = nil
) -> [ObjectStatus] {
  let inventory = Inventory(
    cluster, assumesSecrets: assumesSecrets, gatewayClass: gatewayClass, mesh: mesh)
  return inventory.statuses(inventory.allRoutes)
}

/// The routes that no listener serves, with what Istio writes into their status.
private func detached(
  _ routes: [RouteObject], served: [Set<Int>], _ inventory: Inventory
) -> [Finding] {
  routes.indices.filter { index in !served.contains { $0.contains(index) } }.map { index in
    let route = routes[index]
    let status = inventory.routeStatus(route.reference, route.attaching, fault: nil)
    let words = status.relations.flatMap(\.conditions).filter { !$0.isTrue }.map {
      "\($0.type) is False with \($0.reason): \($0.message)."
    }
    return Finding(
      .routeDetached, of: route.reference, at: route.metadata.place,
      message: words.joined(separator: " "))
  }
}
