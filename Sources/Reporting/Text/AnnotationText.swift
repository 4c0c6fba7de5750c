import Gatewright

/// How many namespaces are named before they are counted.
private let namespaceLimit = 8

/// Every annotation for a terminal: key, meaning, what becomes of it, where it is documented.
func text(_ annotations: [AnnotationDescription], _ style: TextStyle) -> String {
  var page = Page(style)
  let column = (annotations.map(\.key.count).max() ?? 0) + 2
  for annotation in annotations {
    page.entry(annotation.key, annotation.meaning, indent: 0, column: column)
    page.entry("", annotation.fateWords, indent: 0, column: column)
    page.entry("", annotation.heading, indent: 0, column: column)
  }
  writeGuide(annotations, on: &page)
  return page.text
}

/// The annotations in use for a terminal, each with its namespaces.
func text(_ usage: AnnotationUsage, _ style: TextStyle) -> String {
  var page = Page(style)
  for row in usage.rows {
    page.line("\(page.painted(row.annotation, .bold))  \(count(row.total, "Ingress"))")
    page.entry("in", namespaces(of: row), indent: 2, column: 15)
    page.entry("today", row.standing.today, indent: 2, column: 15)
    let label = row.standing.description == nil ? "do" : "new routes"
    page.entry(label, row.standing.fateWords, indent: 2, column: 15)
    page.entry("documented", row.standing.description?.heading ?? "", indent: 2, column: 15)
  }
  if usage.rows.isEmpty { page.line("No Ingress has an annotation for ingress-nginx.") }
  writeGuide(usage.rows.compactMap(\.standing.description), on: &page)
  for group in usage.findings {
    page.space()
    write(group, on: &page)
  }
  return page.text
}

private func namespaces(of row: AnnotationUsage.Row) -> String {
  let words = row.namespaceWords
  let rest = words.count - namespaceLimit
  guard rest > 0 else { return words.joined(separator: ", ") }
  return words.prefix(namespaceLimit).joined(separator: ", ")
    + " and \(count(rest, "more namespace")); --format json lists all"
}

/// Which page the headings stand on.
private func writeGuide(_ annotations: [AnnotationDescription], on page: inout Page) {
  let address = annotations.lazy.compactMap(\.documentation).first
  guard let guide = address?.prefix(while: { $0 != "#" }) else { return }
  page.space()
  page.line("Headings with # are on \(guide)")
}
