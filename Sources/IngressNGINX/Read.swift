import Evidence
package import Kubernetes
import Routing

/// Reads a cluster as ingress-nginx v1.15.1 does: manifests to servers, ordered locations, upstreams
/// and canary policies (`controller.getConfiguration`).
package func read(_ cluster: Cluster, options: ControllerOptions = ControllerOptions()) -> Reading {
  let controller = ControllerSettings(cluster.configMaps[options.configMap])
  let admission = Admission(cluster, options, controller)
  let configuration = Configuration(cluster, options, controller, admission.served)
  let findings =
    admission.findings + configuration.findings + controllerFindings(controller, options)
    + inputFindings(cluster, admission.served)
  return Reading(
    site: configuration.site, findings: findings, ingresses: admission.states)
}
