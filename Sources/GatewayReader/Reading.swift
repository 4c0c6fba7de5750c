package import Evidence
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
/// - Parameter gateway: which Gateway's proxy is meant; nil for the only one, or for all together.
package func read(_ cluster: Cluster, gateway: ObjectName? = nil) -> Reading {
  Reading(site: Site(reading: .istio), findings: [])
}
