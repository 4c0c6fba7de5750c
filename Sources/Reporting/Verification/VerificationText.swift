import Evidence
import Gatewright

/// How much a text report lists before it counts.
private enum Limit {
  static let names = 5
  static let findings = 10
  static let unexplained = 50
  static let doubts = 10
  static let settings = 20
}

/// A verification for a terminal: the numbers, what differs, worst first, and what was not proved.
func text(_ report: VerificationReport, _ style: TextStyle) -> String {
  var page = Page(style)
  page.entry("compared", report.extentWords, indent: 0, column: 13)
  page.entry("verdicts", report.verdictWords, indent: 0, column: 13)
  page.entry("differences", report.differenceWords, indent: 0, column: 13)
  page.entry("Ingresses", report.ingressWords, indent: 0, column: 13)
  writeList("Hosts", report.hosts.map { ($0.host, $0.verdict) }, on: &page)
  let ingresses = report.ingresses.map { ingress in
    ("\(ingress.reference.namespace)/\(ingress.reference.name)", ingress.verdict)
  }
  writeList("Ingresses", ingresses, on: &page)
  for group in report.findings.prefix(Limit.findings) {
    page.space()
    write(group, on: &page)
  }
  writeDifferences(DifferenceFold.folds(report.differences), on: &page)
  writeSettings(of: report, on: &page)
  writeDoubts(of: report, on: &page)
  writeEnvironment(of: report, on: &page)
  return page.text
}

/// What every site differs in.
private func writeEnvironment(of report: VerificationReport, on page: inout Page) {
  guard !report.environment.isEmpty else { return }
  page.space()
  page.entry(
    "",
    "Whatever the routes are, nginx and Envoy also differ in: "
      + report.environment.map(\.code).joined(separator: ", ")
      + ". docs/verification.md tells them, and the mesh setting that removes each.",
    indent: 0, column: 0)
}

/// Hosts or Ingresses by verdict, the best first.
private func writeList(
  _ title: String, _ verdicts: [(name: String, verdict: EqualityVerdict)], on page: inout Page
) {
  guard !verdicts.isEmpty else { return }
  page.space()
  page.line(page.painted(title, .bold))
  for verdict in EqualityVerdict.allCases {
    let names = verdicts.filter { $0.verdict == verdict }.map(\.name)
    guard !names.isEmpty else { continue }
    let rest = names.count - Limit.names
    let more = rest > 0 ? " and \(grouped(rest)) more" : ""
    page.line(verdict.title, indent: 2)
    page.entry("", names.prefix(Limit.names).joined(separator: ", ") + more, indent: 4, column: 4)
  }
}

/// Folds of differences, each with a request.
func writeDifferences(_ folds: [DifferenceFold], on page: inout Page) {
  for fold in folds.prefix(Limit.unexplained) { write(fold, on: &page) }
  guard folds.count > Limit.unexplained else { return }
  page.space()
  page.line(
    "and \(count(folds.count - Limit.unexplained, "more difference")); --format json lists all")
}

private func write(_ fold: DifferenceFold, on page: inout Page) {
  let first = fold.first
  page.space()
  let severity = page.painted(first.severity.rawValue, colour(of: first.severity))
  let code = fold.codes.isEmpty ? "" : " [\(fold.codes)]"
  page.line("\(severity) \(page.painted(fold.title, .bold))\(code)")
  page.entry("", fold.whereabouts, indent: 2, column: 2)
  page.line(first.curl, indent: 2)
  page.entry("differs in:", first.aspects.joined(separator: ", "), indent: 2, column: 17)
  for (label, answer) in [("today:", first.before), ("new routes:", first.after)] {
    page.entry(label, answer.summary, indent: 2, column: 17)
    page.entry("", answer.decision, indent: 17, column: 17)
  }
  for row in rows(first) { page.entry("", row, indent: 17, column: 17) }
  page.entry("do:", remedy(first), indent: 2, column: 17)
}

/// What the summaries leave out, where it is what differs.
private func rows(_ difference: AnswerDifference) -> [String] {
  let before = difference.before.rows
  let after = difference.after.rows
  let told: Set<String> = ["backend", "status", "location", "no answer", "upstream path"]
  let labels = (before + after).map(\.label).filter { !told.contains($0) }
  var seen: Set<String> = []
  return labels.filter { seen.insert($0).inserted }.compactMap { label in
    let (left, right) = (before.first { $0.label == label }, after.first { $0.label == label })
    guard left?.words != right?.words, label != "certificate" else { return nil }
    return "\(label): \(left?.words ?? "nothing"), then \(right?.words ?? "nothing")"
  }
}

private func remedy(_ difference: AnswerDifference) -> String {
  guard difference.isExplained else {
    return "Correct the new routes, or report a fault of gatewright if it wrote them."
  }
  return difference.causes.map(\.remedy).filter { !$0.isEmpty }.joined(separator: " ")
}

/// What is set differently and shows in no answer.
private func writeSettings(of report: VerificationReport, on page: inout Page) {
  let lines = report.hosts.flatMap { host in
    host.settings.map { setting in
      "\(host.host): \(setting.name): \(setting.before ?? "none"), then \(setting.after ?? "none")"
        + (setting.ingress.map { " (\($0))" } ?? "")
    }
  }
  guard !lines.isEmpty else { return }
  page.space()
  page.line(page.painted("Settings that no single answer shows", .bold))
  for line in lines.prefix(Limit.settings) { page.entry("", line, indent: 2, column: 2) }
  if lines.count > Limit.settings {
    page.line(
      "and \(grouped(lines.count - Limit.settings)) more; --format json lists all", indent: 2)
  }
}

private func writeDoubts(of report: VerificationReport, on page: inout Page) {
  let lines = report.hosts.flatMap { host in
    host.doubts.map { "\(host.host): checked on samples, since \($0)" }
      + host.uncovered.map { "\(host.host): not compared: \($0)" }
  }
  guard !lines.isEmpty else { return }
  page.space()
  page.line(page.painted("Not proved", .bold))
  for line in lines.prefix(Limit.doubts) { page.entry("", line, indent: 2, column: 2) }
  if lines.count > Limit.doubts {
    page.line("and \(grouped(lines.count - Limit.doubts)) more; --format json lists all", indent: 2)
  }
}
