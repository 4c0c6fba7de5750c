import Evidence
import Gatewright

/// How much a Markdown report lists before it counts.
private enum Limit {
  static let folds = 200
  static let names = 5
  static let occurrences = 20
  static let groupsOfRule = 20
}

/// A report for a pull request: the numbers, the Ingresses, then the findings, worst first.
func markdown(_ report: Report) -> String {
  [
    "# Migration report\n", markdown(report.summary), ingresses(of: report),
    findings(report.groups),
    report.verification.map { style($0.byStyle) } ?? "",
    markdown(report.steps),
    report.meshConfigFragment.map { "## MeshConfig\n\n```yaml\n\($0)```\n" } ?? "",
    report.verification.map { "## Verification\n\n" + sections(of: $0) } ?? "",
  ].filter { !$0.isEmpty }.joined(separator: "\n")
}

private func markdown(_ summary: Summary) -> String {
  table(
    ["", ""],
    [
      ["read", "\(count(summary.objectsRead, "object")), \(count(summary.ingresses, "Ingress"))"],
      ["skipped", summary.skipped.isEmpty ? "nothing" : escaped(list(summary.skipped))],
      ["wrote", summary.emitted.isEmpty ? "nothing" : escaped(list(summary.emitted))],
      ["verdicts", summary.verdictWords],
      ["findings", summary.findingWords],
    ])
}

private func ingresses(of report: Report) -> String {
  let folds = folds(of: report)
  guard !folds.isEmpty else { return "" }
  let rows = folds.prefix(Limit.folds).map { fold in
    [fold.verdict.title, names(of: fold), why(fold)]
  }
  let rest = folds.dropFirst(Limit.folds).reduce(0) { $0 + $1.ingresses.count }
  let more = rest > 0 ? "\nAnd \(count(rest, "more Ingress")); the JSON report lists all.\n" : ""
  return "## Ingresses\n\n" + table(["verdict", "Ingress", "why"], rows) + more
}

private func names(of fold: Fold) -> String {
  guard !fold.why.isEmpty else { return count(fold.ingresses.count, "Ingress") }
  return code(fold.names(atMost: Limit.names))
}

private func why(_ fold: Fold) -> String {
  ([fold.reason.map { escaped($0) }].compactMap { $0 } + fold.codes.map { code($0) })
    .joined(separator: ", ")
}

private func findings(_ groups: [FindingGroup]) -> String {
  guard !groups.isEmpty else { return "" }
  var seen: [String: Int] = [:]
  var sections = ["## Findings\n"]
  for group in groups {
    seen[group.rule.code, default: 0] += 1
    guard seen[group.rule.code, default: 0] <= Limit.groupsOfRule else { continue }
    sections.append(markdown(group))
  }
  for (rule, number) in seen.sorted(by: { $0.key < $1.key }) where number > Limit.groupsOfRule {
    sections.append(
      "\(code(rule)): \(grouped(number - Limit.groupsOfRule)) more like these; "
        + "the JSON report lists all.\n")
  }
  return sections.joined(separator: "\n")
}

/// One group: what it is, the three texts, and a table of what it is about.
func markdown(_ group: FindingGroup) -> String {
  let texts = [("Today", group.before), ("New routes", group.after), ("Do", group.remedy)]
    .filter { !$0.1.isEmpty }
    .map { "- **\($0.0):** \(escaped($0.1))\n" }
    .joined()
  let rows = group.occurrences.prefix(Limit.occurrences).map { occurrence in
    [
      escaped(occurrence.subject?.description ?? ""),
      code(occurrence.place?.description ?? ""),
      code(occurrence.field), escaped(occurrence.message),
    ]
  }
  let rest = group.occurrences.count - rows.count
  return
    "### \(group.severity.rawValue): \(escaped(group.rule.title)) (\(code(group.rule.code)))\n\n"
    + (texts.isEmpty ? "" : texts + "\n")
    + table(["object", "place", "field", "particulars"], Array(rows))
    + (rest > 0 ? "\nAnd \(grouped(rest)) more.\n" : "")
}
