import Evidence
import Gatewright

extension JSON {
  /// A report; `schemaVersion` grows when a field changes its meaning or goes away.
  init(_ report: Report) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("summary", JSON(report.summary)),
      Member("ingresses", .array(report.ingresses.map { JSON($0, report.groups) })),
      Member("findings", .array(report.groups.map { JSON($0) })),
      Member("steps", .array(report.steps.map { JSON($0) })),
      Member("meshConfig", JSON(report.meshConfigFragment)),
      Member("byStyle", .array((report.verification?.byStyle ?? []).map { JSON(ofStyle: $0) })),
      Member("verification", report.verification.map { JSON($0) } ?? .null),
    ])
  }

  private init(_ step: RolloutStep) {
    self = .object([
      Member("phase", .string(step.phase.rawValue)), Member("title", .string(step.title)),
      Member("reason", .string(step.reason)),
      Member("commands", .array(step.commands.map { .string($0) })),
      Member("object", step.subject.map { JSON($0) } ?? .null),
    ])
  }

  private init(_ summary: Summary) {
    self = .object([
      Member("objectsRead", .integer(summary.objectsRead)),
      Member("ingresses", .integer(summary.ingresses)),
      Member(
        "verdicts",
        .object(
          Verdict.allCases.map {
            Member($0.rawValue, .integer(summary.verdicts[$0] ?? 0))
          })),
      Member(
        "findings",
        .object(
          Severity.allCases.map {
            Member($0.rawValue, .integer(summary.findings[$0] ?? 0))
          })),
      Member("emitted", JSON(summary.emitted)),
      Member("skipped", JSON(summary.skipped)),
    ])
  }

  private init(_ ingress: IngressReport, _ groups: [FindingGroup]) {
    let codes = ingress.groups.filter { groups.indices.contains($0) }.map { groups[$0].rule.code }
    self = .object([
      Member("namespace", .string(ingress.reference.namespace)),
      Member("name", .string(ingress.reference.name)),
      Member("verdict", .string(ingress.verdict.rawValue)),
      Member("reason", JSON(ingress.reason)),
      Member("place", JSON(ingress.place)),
      Member("findings", .array(ingress.groups.map { .integer($0) })),
      Member("codes", .array(codes.map { .string($0) })),
    ])
  }
}
