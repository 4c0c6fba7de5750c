import Evidence
package import Kubernetes
import Routing

/// Reads a cluster as ingress-nginx v1.15.1 does: manifests to servers, ordered locations, upstreams
/// and canary policies (`controller.getConfiguration`).
package func read(_ cluster: Cluster, options: ControllerOptions = ControllerOptions()) -> Reading {
  let controller = ControllerSettings(
    cluster.configMaps[options.configMap], version: options.version)
  let admission = Admission(cluster, options, controller)
  let configuration = Configuration(cluster, options, controller, admission.served)
  let findings =
    admission.findings + configuration.findings + controllerFindings(controller, options)
    + inputFindings(cluster, admission.served, options)
  return Reading(
    site: configuration.site, findings: findings, ingresses: admission.states)
}

/// Reads a cluster with the flags that the user says, else those of the controller's Deployment in
/// the cluster, else the defaults of the controller's version.
package func read(
  _ cluster: Cluster, flags: [ControllerFlag], version: ControllerVersion? = nil
) -> Reading {
  let start = ControllerStart(cluster, flags, version)
  var reading = read(cluster, options: start.options)
  reading.findings = start.findings + reading.findings
  return reading
}
