import Evidence
import Gatewright

/// The catalogue as a page of Markdown.
func findingsPage(_ chapters: [CatalogueChapter]) -> String {
  var page = """
    # Findings

    Every finding that a report can hold, by its code. Codes are stable; texts may become better.
    A finding may carry texts of its own where its case needs them.

    The severity says how much it matters: a **note** is good to know, a **warning** wants a
    decision, an **error** must have one. The effect says what it means for the Ingress: `equivalent`
    (requests are answered as before), `changed` (some are answered differently), `lost` (something
    is not carried over), `notServed` (ingress-nginx does not serve it either), `unreadable` (the
    input could not be read).

    This page is made from the sources: `RECORD=1 swift test --filter CatalogueTests` rewrites it.

    """
  for chapter in chapters {
    page += "\n## \(chapter.title)\n"
    for rule in chapter.rules { page += section(rule) }
  }
  return page
}

private func section(_ rule: Rule) -> String {
  var text = "\n### \(rule.code)\n\n**\(rule.severity.rawValue)**, `\(rule.effect.rawValue)`: "
  text += "\(rule.title).\n\n"
  let rows = [
    ("ingress-nginx", rule.before), ("The new routes", rule.after), ("What to do", rule.remedy),
  ]
  for (name, words) in rows where !words.isEmpty { text += "- \(name): \(words)\n" }
  return text
}
