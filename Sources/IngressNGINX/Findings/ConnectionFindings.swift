import Evidence
import Kubernetes
import Routing

extension Configuration {
  /// Services whose Ingresses ask for different connection settings: only one can be said.
  var connectionFindings: [Finding] {
    var chosen: [ObjectName: Upstream] = [:]
    var findings: [Finding] = []
    var told: Set<String> = []
    for reach in reaches {
      let wanted = connection(reach)
      let service = ObjectName(wanted.namespace, wanted.service)
      guard let first = chosen[service] else {
        chosen[service] = wanted
        continue
      }
      guard wanted.connectTimeout != first.connectTimeout || wanted.balancing != first.balancing,
        told.insert("\(service) \(reach.owner)").inserted
      else { continue }
      findings.append(
        Finding(
          .connectionSettingsConflict, of: ingresses[reach.owner].ingress.reference,
          at: reach.origin.place,
          message: "Service \(service): \(describe(wanted)) here, \(describe(first)) by "
            + "\(first.origin.object?.description ?? "the controller")"))
    }
    return findings
  }

  private func describe(_ upstream: Upstream) -> String {
    let balancing =
      switch upstream.balancing {
      case .roundRobin: "round robin"
      case .leastRequest: "least request"
      }
    return "\(balancing), connect timeout \(upstream.connectTimeout)s"
  }
}

extension Rule {
  static let connectionSettingsConflict = Rule(
    "connection-settings-conflict", .warning, .changed,
    title: "Two Ingresses want different connections to one Service",
    before: "ingress-nginx honours the settings of each path.",
    after: "One DestinationRule holds for the whole Service: the oldest Ingress decides.",
    remedy: "Agree on one setting, or give one of them its own Service.")
}
