package import Evidence
package import Kubernetes
import Routing

/// Shows the configuration that ingress-nginx would write for a cluster.
///
/// - Parameters:
///   - cluster: the objects.
///   - flags: what the user says; the controller's Deployment in the cluster says the rest.
///   - version: the controller's version; nil leaves it to the Deployment's image.
/// - Returns: the configuration, with what each part comes from, and what is to be said of it.
package func inspect(
  _ cluster: Cluster, flags: [ControllerFlag] = [], version: ControllerVersion? = nil
) -> (inspection: Inspection, findings: [Finding]) {
  let reading = ControllerReading(cluster, ControllerStart(cluster, flags, version))
  return (reading.inspection, reading.findings)
}

extension ControllerReading {
  fileprivate var inspection: Inspection {
    let canaries = Set(admission.served.filter(\.isCanary).map(\.ingress.reference))
    return Inspection(
      ingresses: admission.states.map { state in
        IngressInspection(state, isCanary: canaries.contains(state.reference))
      },
      servers: configuration.servers.byName.map(configuration.inspected),
      upstreams: configuration.inspectedUpstreams,
      redirects: configuration.redirectServers.map { redirect in
        RedirectInspection(
          from: redirect.from, to: redirect.to,
          owner: configuration.ingresses[redirect.owner].ingress.reference)
      },
      refusals: configuration.refusedConfigurationFindings.map {
        "\($0.message) (\($0.subject?.description ?? ""))"
      })
  }
}

extension IngressInspection {
  fileprivate init(_ state: IngressState, isCanary: Bool) {
    switch state.state {
    case .accepted:
      self.init(
        reference: state.reference, place: state.place, state: .accepted, isCanary: isCanary)
    case .denied(let reason):
      self.init(
        reference: state.reference, place: state.place, state: .denied, reason: reason,
        isCanary: isCanary)
    case .dropped(let reason):
      self.init(
        reference: state.reference, place: state.place, state: .dropped, reason: reason)
    case .ignored:
      self.init(
        reference: state.reference, place: state.place, state: .ignored,
        reason: "the class is not the controller's")
    }
  }
}
