import Evidence
import Gatewright

/// How much a Markdown report lists before it counts.
private enum Limit {
  static let folds = 100
  static let hosts = 200
}

/// A verification for a pull request.
func markdown(_ report: VerificationReport) -> String {
  let findings = report.findings.map { "\n" + markdown($0) }.joined()
  return "# Verification\n\n" + sections(of: report) + findings
}

/// The numbers, the differences, the hosts, and what was not proved.
func sections(of report: VerificationReport) -> String {
  let folds = DifferenceFold.folds(report.differences)
  var parts = [
    table(
      ["", ""],
      [
        ["compared", report.extentWords], ["verdicts", report.verdictWords],
        ["differences", report.differenceWords],
      ])
  ]
  parts += folds.prefix(Limit.folds).map { section($0) }
  if folds.count > Limit.folds {
    parts.append("And \(count(folds.count - Limit.folds, "more difference")).\n")
  }
  parts.append(hosts(report))
  parts.append(settings(report))
  parts.append(
    "Whatever the routes are, nginx and Envoy also differ in: "
      + report.environment.map { code($0.code) }.joined(separator: ", ") + ".\n")
  return parts.filter { !$0.isEmpty }.joined(separator: "\n")
}

/// What is set differently and shows in no answer.
private func settings(_ report: VerificationReport) -> String {
  let rows = report.hosts.flatMap { host in
    host.settings.map { setting in
      [
        code(host.host), escaped(setting.name), escaped(setting.before ?? "none"),
        escaped(setting.after ?? "none"), escaped(setting.ingress?.description ?? ""),
      ]
    }
  }
  guard !rows.isEmpty else { return "" }
  let rest = rows.count - Limit.hosts
  return "### Settings that no single answer shows\n\n"
    + table(["host", "setting", "today", "new routes", "Ingress"], Array(rows.prefix(Limit.hosts)))
    + (rest > 0 ? "\nAnd \(grouped(rest)) more.\n" : "")
}

private func section(_ fold: DifferenceFold) -> String {
  let first = fold.first
  let codes = first.isExplained ? first.causes.map { " (\(code($0.code)))" }.joined() : ""
  let remedies = first.isExplained ? first.causes.map(\.remedy).filter { !$0.isEmpty } : []
  return "### \(first.severity.rawValue): \(escaped(fold.title))\(codes)\n\n"
    + "\(escaped(fold.whereabouts)); differs in \(first.aspects.joined(separator: ", ")).\n\n"
    + "```sh\n\(first.curl)\n```\n\n"
    + table(
      ["", "answer", "decided by"],
      [
        ["today", code(first.before.summary), escaped(first.before.decision)],
        ["new routes", code(first.after.summary), escaped(first.after.decision)],
      ]) + (remedies.isEmpty ? "" : "\n**Do:** \(escaped(remedies.joined(separator: " ")))\n")
}

private func hosts(_ report: VerificationReport) -> String {
  let rows = report.hosts.prefix(Limit.hosts).map { host in
    [
      code(host.host), host.verdict.title, String(host.differences.count),
      escaped((host.doubts + host.uncovered.map { "not compared: \($0)" }).joined(separator: "; ")),
    ]
  }
  let rest = report.hosts.count - rows.count
  return "### Hosts\n\n" + table(["host", "verdict", "differences", "not proved"], Array(rows))
    + (rest > 0 ? "\nAnd \(count(rest, "more host")).\n" : "")
}
