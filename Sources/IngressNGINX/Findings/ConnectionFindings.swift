import Evidence
import Kubernetes
import Routing

extension Configuration {
  /// Services whose Ingresses ask for different connection settings: only one can be said.
  var connectionFindings: [Finding] {
    var told: Set<String> = []
    return connections.conflicts.compactMap { conflict in
      let (wanted, chosen) = (conflict.wanted, conflict.chosen)
      let service = ObjectName(wanted.namespace, wanted.service)
      guard told.insert("\(service) \(wanted.port) \(conflict.owner)").inserted else { return nil }
      return Finding(
        .connectionSettingsConflict, of: ingresses[conflict.owner].ingress.reference,
        at: wanted.origin.place,
        message:
          "Service \(service) port \(wanted.port): \(describe(wanted)) here, \(describe(chosen)) by "
          + "\(chosen.origin.object?.description ?? "the controller")")
    }
  }

  private func describe(_ upstream: Upstream) -> String {
    let spoken = upstream.spoken.map { spoken in
      spoken.kind.rawValue + (spoken.tls.map { " with Secret \($0.secret)" } ?? "")
    }
    return "\(spoken ?? "http"), \(upstream.balancing.words), "
      + "connect timeout \(upstream.connectTimeout)s"
  }
}

extension Rule {
  static let connectionSettingsConflict = Rule(
    "connection-settings-conflict", .warning, .changed,
    title: "Two Ingresses want different connections to one Service",
    before: "ingress-nginx honours the settings of each path.",
    after: "One DestinationRule holds for each port of a Service: the oldest Ingress decides.",
    remedy: "Agree on one setting, or give one of them its own Service.")
}
