import Evidence
package import Kubernetes
import Routing

/// Reads a cluster as ingress-nginx v1.15.1 does: manifests to servers, ordered locations, upstreams
/// and canary policies (`controller.getConfiguration`).
package func read(_ cluster: Cluster, options: ControllerOptions = ControllerOptions()) -> Reading {
  ControllerReading(cluster, options).reading
}

/// Reads a cluster with the flags that the user says, else those of the controller's Deployment in
/// the cluster, else the defaults of the controller's version.
package func read(
  _ cluster: Cluster, flags: [ControllerFlag], version: ControllerVersion? = nil
) -> Reading {
  ControllerReading(cluster, ControllerStart(cluster, flags, version)).reading
}

/// Everything that the controller works out of a cluster, before it is told one way or another.
struct ControllerReading {
  let admission: Admission
  let configuration: Configuration
  let findings: [Finding]

  init(_ cluster: Cluster, _ options: ControllerOptions) {
    let controller = ControllerSettings(
      cluster.configMaps[options.configMap], version: options.version)
    admission = Admission(cluster, options, controller)
    configuration = Configuration(cluster, options, controller, admission)
    findings =
      admission.findings + configuration.findings + controllerFindings(controller, options)
      + inputFindings(cluster, admission.served, options)
  }

  init(_ cluster: Cluster, _ start: ControllerStart) {
    let reading = ControllerReading(cluster, start.options)
    admission = reading.admission
    configuration = reading.configuration
    findings = start.findings + reading.findings
  }

  fileprivate var reading: Reading {
    Reading(site: configuration.site, findings: findings, ingresses: admission.states)
  }
}
