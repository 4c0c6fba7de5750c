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
  return page.text
}
