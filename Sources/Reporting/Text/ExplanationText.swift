import Gatewright

/// What one word means, for a terminal.
func text(_ explanation: Explanation, _ style: TextStyle) -> String {
  var page = Page(style)
  for part in explanation.parts {
    page.space()
    page.line(page.painted(part.title, .bold))
    page.space()
    page.entry("", part.lead, indent: 0, column: 0)
    page.space()
    for (label, words) in part.facts { page.entry(label, words, indent: 2, column: 18) }
    if !part.notes.isEmpty { page.space() }
    for note in part.notes { page.entry("-", note, indent: 2, column: 4) }
  }
  if let filters = explanation.envoyFilters { write(filters, on: &page) }
  return page.text
}

private func write(_ filters: Explanation.EnvoyFilters, on page: inout Page) {
  page.space()
  page.line(page.painted("EnvoyFilter", .bold))
  page.space()
  page.entry("", filters.lead, indent: 0, column: 0)
  page.space()
  for note in filters.notes { page.entry("-", note, indent: 2, column: 4) }
  page.space()
  for line in filters.yaml.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
    page.line(String(line))
  }
}
