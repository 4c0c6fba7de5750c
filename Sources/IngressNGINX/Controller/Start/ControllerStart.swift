import Evidence
import Kubernetes

/// How the controller is started: what the user says, then what the input's own Deployment says,
/// then the defaults of the version.
struct ControllerStart: Sendable {
  private(set) var options: ControllerOptions
  private(set) var findings: [Finding] = []

  init(_ cluster: Cluster, _ said: [ControllerFlag], _ version: ControllerVersion?) {
    let running = RunningControllers(cluster.controllers)
    let workload = running.chosen(by: said)
    let imageVersion = workload.flatMap { ControllerVersion(image: $0.image) }
    options = ControllerOptions(version: version ?? imageVersion ?? .current)
    if let workload {
      take(workload, version ?? imageVersion)
      findings += running.doubt(about: workload, said)
    }
    for flag in said { take(flag, of: nil) }
    findings += flagsNotCarriedOver(cluster, workload, said)
  }

  private mutating func take(_ workload: ControllerWorkload, _ version: ControllerVersion?) {
    let flags = workload.flags
    for flag in flags { take(flag, of: workload.reference) }
    let told = flags.filter { ServingFlag(rawValue: $0.name) != nil }.map {
      "--\($0.name)=\($0.value)"
    }
    let known = version.map { "version \($0)" } ?? "version \(options.version), as none is named"
    findings.insert(
      Finding(
        .controllerFlagsRead, of: workload.reference, at: workload.metadata.place,
        message: ([known] + told).joined(separator: ", ")), at: 0)
  }

  private mutating func take(_ flag: ControllerFlag, of subject: ObjectReference?) {
    guard let known = ServingFlag(rawValue: flag.name) else {
      if !QuietFlags.know(flag.name) { note(.controllerFlagUnknown, flag, subject) }
      return
    }
    if !options.take(known, flag.value) { note(.controllerFlagUnusable, flag, subject) }
  }

  private mutating func note(_ rule: Rule, _ flag: ControllerFlag, _ subject: ObjectReference?) {
    findings.append(
      Finding(rule, of: subject, at: flag.place, field: "--\(flag.name)", message: flag.value))
  }

  /// Flags that name something the new routes do not have.
  private func flagsNotCarriedOver(
    _ cluster: Cluster, _ workload: ControllerWorkload?, _ said: [ControllerFlag]
  ) -> [Finding] {
    let written = (workload?.flags ?? []) + said
    let services = [
      (ServingFlag.tcpServices, options.tcpServices), (.udpServices, options.udpServices),
    ]
    var findings = services.compactMap { flag, name -> Finding? in
      guard let name, cluster.configMaps[name]?.data.isEmpty != true else { return nil }
      return notCarriedOver(flag, written, workload, "ConfigMap \(name)", .error)
    }
    if options.routesByTopology {
      findings.append(notCarriedOver(.topologyAwareRouting, written, workload, "", .warning))
    }
    return findings
  }

  private func notCarriedOver(
    _ flag: ServingFlag, _ written: [ControllerFlag], _ workload: ControllerWorkload?,
    _ message: String, _ severity: Severity
  ) -> Finding {
    let place = written.last { $0.name == flag.rawValue }?.place
    return Finding(
      .controllerFlagNotCarriedOver, of: place == nil ? nil : workload?.reference, at: place,
      field: "--\(flag.rawValue)", severity: severity, message: message)
  }
}

extension Rule {
  static let controllerFlagsRead = Rule(
    "controller-flags-read", .note, .equivalent,
    title: "The flags of the controller are read from the input",
    before: "The controller runs with these flags.",
    after: "They are made for a controller with these flags; the command line's flags win.",
    remedy: "Give a flag on the command line to read the Ingresses with another value.")
  static let controllerFlagUnknown = Rule(
    "controller-flag-unknown", .warning, .equivalent,
    title: "The controller is started with a flag that ingress-nginx v1.15.1 does not have",
    before: "ingress-nginx v1.15.1 does not start with it; an older version may.",
    after: "They do as if it were not there.",
    remedy: "Find out what the flag did, or remove it.")
  static let controllerFlagUnusable = Rule(
    "controller-flag-unusable", .warning, .changed,
    title: "The value of a flag of the controller cannot be used",
    before: "ingress-nginx does not start with it.",
    after: "They are made for the flag's default.",
    remedy: "Correct the value, or give the flag on the command line.")
  static let controllerFlagNotCarriedOver = Rule(
    "controller-flag-not-carried-over", .warning, .lost,
    title: "What a flag of the controller does is not carried over",
    before: "The flag holds for the whole controller.",
    after: "They do without it.",
    remedy: "Write TCPRoute, UDPRoute or traffic settings by hand where they are needed.")
}
