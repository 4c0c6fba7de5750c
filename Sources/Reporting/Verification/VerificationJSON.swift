import Evidence
import Gatewright

extension JSON {
  /// A verification; `schemaVersion` grows when a field changes its meaning or goes away.
  init(_ report: VerificationReport) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member(
        "summary",
        .object([
          Member("hosts", .integer(report.hosts.count)),
          Member("classes", .integer(report.hosts.reduce(0) { $0 + $1.classes })),
          Member(
            "verdicts",
            .object(
              EqualityVerdict.allCases.map { verdict in
                Member(verdict.rawValue, .integer(report.hosts.count { $0.verdict == verdict }))
              })),
          Member("differences", .integer(report.differences.count)),
          Member("unexplained", .integer(report.unexplained.count)),
        ])),
      Member("hosts", .array(report.hosts.map { JSON($0) })),
      Member("ingresses", .array(report.ingresses.map { JSON($0) })),
      Member("environment", .array(report.environment.map { JSON($0) })),
      Member("findings", .array(report.findings.map { JSON($0) })),
    ])
  }

  private init(_ host: VerifiedHost) {
    var members = [
      Member("host", .string(host.host)), Member("verdict", .string(host.verdict.rawValue)),
      Member("classes", .integer(host.classes)),
      Member("differences", .array(host.differences.map { JSON($0) })),
      Member("settings", .array(host.settings.map { JSON($0) })),
      Member("doubts", .array(host.doubts.map { .string($0) })),
      Member("uncovered", .array(host.uncovered.map { .string($0) })),
    ]
    if !host.witnesses.isEmpty {
      members.append(Member("witnesses", .array(host.witnesses.map { JSON($0) })))
    }
    self = .object(members)
  }

  private init(_ ingress: VerifiedIngress) {
    self = .object([
      Member("namespace", .string(ingress.reference.namespace)),
      Member("name", .string(ingress.reference.name)),
      Member("verdict", .string(ingress.verdict.rawValue)),
      Member("differences", .integer(ingress.differences)),
      Member("hosts", .array(ingress.hosts.map { .string($0) })),
    ])
  }

  private init(_ difference: AnswerDifference) {
    self = .object([
      Member("severity", .string(difference.severity.rawValue)),
      Member("explained", .bool(difference.isExplained)),
      Member("aspects", .array(difference.aspects.map { .string($0) })),
      Member("paths", .string(difference.paths)),
      Member("classes", .integer(difference.classes)),
      Member("ingress", JSON(difference.ingress?.description)),
      Member("request", JSON(difference.request)),
      Member("curl", .string(difference.curl)),
      Member("before", JSON(difference.before)),
      Member("decidedBefore", .string(difference.before.decision)),
      Member("after", JSON(difference.after)),
      Member("decidedAfter", .string(difference.after.decision)),
      Member("causes", .array(difference.causes.map { JSON($0) })),
    ])
  }

  private init(_ setting: ChangedSetting) {
    self = .object([
      Member("setting", .string(setting.name)), Member("before", JSON(setting.before)),
      Member("after", JSON(setting.after)), Member("ingress", JSON(setting.ingress?.description)),
      Member("place", setting.place.map { JSON($0) } ?? .null),
    ])
  }

  private init(_ cause: DifferenceCause) {
    self = .object([
      Member("code", .string(cause.code)), Member("severity", .string(cause.severity.rawValue)),
      Member("title", .string(cause.title)), Member("remedy", .string(cause.remedy)),
      Member("place", cause.place.map { JSON($0) } ?? .null),
    ])
  }

  private init(_ difference: EnvironmentDifference) {
    self = .object([
      Member("code", .string(difference.code)), Member("requests", .string(difference.requests)),
      Member("before", .string(difference.before)), Member("after", .string(difference.after)),
      Member("remedy", .string(difference.remedy)),
    ])
  }
}
