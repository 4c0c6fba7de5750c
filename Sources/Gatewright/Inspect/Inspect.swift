public import Evidence
import IngressNGINX
import Kubernetes

/// What ingress-nginx makes of manifests today, and what is to be said of it.
public struct InspectionReport: Hashable, Sendable {
  /// The configuration.
  public var inspection: Inspection
  /// What a reader should know: values that are ignored, paths that are not served, and so on.
  public var findings: [FindingGroup]

  /// Puts both together.
  public init(inspection: Inspection, findings: [FindingGroup]) {
    self.inspection = inspection
    self.findings = findings
  }

  /// Whether some input, or some object of it, could not be read.
  public var hasUnreadableInput: Bool {
    findings.contains { $0.rule.effect == .unreadable && $0.severity == .error }
  }
}

/// Shows the configuration that ingress-nginx would write for manifests; nothing is translated.
public func inspect(
  _ inputs: some Sequence<Input>, options: MigrationOptions = MigrationOptions()
) -> InspectionReport {
  let objects = Surroundings(inputs, options: options)
  let cluster = objects.cluster
  let (inspection, said) = IngressNGINX.inspect(
    cluster, flags: options.controller.said, version: options.controller.version?.version)
  let findings = cluster.findings + said + Gatewright.findings(aboutAgesOf: cluster.ingresses)
  // What the new routes will not do is another question.
  var groups = Grouping(findings.filter { $0.rule.effect != .lost }).groups
  for index in groups.indices { groups[index].after = "" }
  return InspectionReport(inspection: inspection, findings: groups)
}
