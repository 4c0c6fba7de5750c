import Evidence
import Gatewright

/// How much a text report lists before it counts.
private enum Limit {
  static let folds = 60
  static let names = 3
  static let occurrences = 5
  static let groupsOfRule = 5
}

/// A report for a terminal: the numbers, the Ingresses, then the findings, worst first.
func text(_ report: Report, _ style: TextStyle) -> String {
  var page = Page(style)
  write(report.summary, on: &page)
  if let verification = report.verification { write(verification, on: &page) }
  writeIngresses(of: report, on: &page)
  writeFindings(report.groups, on: &page)
  writeSteps(report.steps, on: &page)
  return page.text
}

private func write(_ summary: Summary, on page: inout Page) {
  let read = [count(summary.objectsRead, "object"), count(summary.ingresses, "Ingress")]
  page.entry("read", read.joined(separator: ", "), indent: 0, column: 11)
  page.entry("skipped", list(summary.skipped), indent: 0, column: 11)
  let wrote = summary.emitted.isEmpty ? "nothing" : list(summary.emitted)
  page.entry("wrote", wrote, indent: 0, column: 11)
  page.entry("verdicts", summary.verdictWords, indent: 0, column: 11)
  page.entry("findings", summary.findingWords, indent: 0, column: 11)
}

/// The numbers of a verification, and the differences that are faults.
private func write(_ verification: VerificationReport, on page: inout Page) {
  page.entry("verified", verification.extentWords, indent: 0, column: 11)
  page.entry("", verification.verdictWords, indent: 0, column: 11)
  page.entry("", "differences: \(verification.differenceWords)", indent: 0, column: 11)
  writeDifferences(DifferenceFold.folds(verification.unexplained), on: &page)
  writeStyle(verification.byStyle, on: &page)
}

private func writeIngresses(of report: Report, on page: inout Page) {
  let folds = folds(of: report)
  guard !folds.isEmpty else { return }
  page.space()
  page.line(page.painted("Ingresses", .bold))
  for fold in folds.prefix(Limit.folds) { write(fold, on: &page) }
  if folds.count > Limit.folds {
    let rest = folds.dropFirst(Limit.folds).reduce(0) { $0 + $1.ingresses.count }
    page.line("and \(count(rest, "more Ingress")); --report FILE.json lists all", indent: 2)
  }
}

private func write(_ fold: Fold, on page: inout Page) {
  let label = page.painted(fold.verdict.title, colour(of: fold.verdict))
  let padding = String(repeating: " ", count: max(1, 12 - fold.verdict.title.count))
  guard !fold.why.isEmpty else {
    return page.line(label + padding + count(fold.ingresses.count, "Ingress"), indent: 2)
  }
  page.line(label + padding + names(of: fold), indent: 2)
  page.entry("", fold.why, indent: 4, column: 14)
}

/// The names of a fold; a single Ingress also with its place.
private func names(of fold: Fold) -> String {
  guard fold.ingresses.count == 1, let place = fold.ingresses.first?.place else {
    return fold.names(atMost: Limit.names)
  }
  return "\(fold.names(atMost: 1))  \(place)"
}

private func writeFindings(_ groups: [FindingGroup], on page: inout Page) {
  var seen: [String: Int] = [:]
  for group in groups {
    seen[group.rule.code, default: 0] += 1
    guard seen[group.rule.code, default: 0] <= Limit.groupsOfRule else { continue }
    page.space()
    write(group, on: &page)
  }
  for (code, number) in seen.sorted(by: { $0.key < $1.key }) where number > Limit.groupsOfRule {
    page.space()
    page.line(
      "\(code): \(grouped(number - Limit.groupsOfRule)) more like these; --report FILE.json lists all"
    )
  }
}

/// One group: what it is, what it is about, and the three texts.
func write(_ group: FindingGroup, on page: inout Page) {
  let severity = page.painted(group.severity.rawValue, colour(of: group.severity))
  page.line("\(severity) \(page.painted(group.rule.title, .bold)) [\(group.rule.code)]")
  let listed = group.occurrences.prefix(Limit.occurrences)
  var told: String?
  for occurrence in listed {
    page.line(words(for: occurrence), indent: 2)
    if occurrence.message != told { page.entry("", occurrence.message, indent: 4, column: 4) }
    told = occurrence.message
  }
  let rest = group.occurrences.count - listed.count
  if rest > 0 { page.line("and \(grouped(rest)) more", indent: 2) }
  page.entry("today:", group.before, indent: 2, column: 17)
  page.entry("new routes:", group.after, indent: 2, column: 17)
  page.entry("do:", group.remedy, indent: 2, column: 17)
}

/// Place, object and field on one line.
private func words(for occurrence: FindingGroup.Occurrence) -> String {
  let parts = [
    occurrence.place?.description, occurrence.subject?.description,
    occurrence.field.isEmpty ? nil : occurrence.field,
  ]
  let words = parts.compactMap { $0 }.joined(separator: "  ")
  return words.isEmpty ? "the whole input" : words
}
