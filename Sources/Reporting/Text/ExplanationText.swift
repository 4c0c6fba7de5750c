import Evidence
import Gatewright

/// What one word means, for a terminal.
func text(_ explanation: Explanation, _ style: TextStyle) -> String {
  var page = Page(style)
  page.line(page.painted(explanation.title, .bold))
  page.space()
  page.entry("", explanation.lead, indent: 0, column: 0)
  page.space()
  for (label, words) in explanation.facts { page.entry(label, words, indent: 2, column: 18) }
  if !explanation.notes.isEmpty { page.space() }
  for note in explanation.notes { page.entry("-", note, indent: 2, column: 4) }
  return page.text
}

/// What one word means, for a wiki.
func markdown(_ explanation: Explanation) -> String {
  var text = "# \(code(explanation.title))\n\n\(escaped(explanation.lead))\n\n"
  let rows = explanation.facts.filter { !$0.words.isEmpty }
    .map { [$0.label, escaped($0.words)] }
  text += table(["", ""], rows)
  if !explanation.notes.isEmpty { text += "\n" }
  return text + explanation.notes.map { "- \(escaped($0))\n" }.joined()
}

extension Explanation {
  /// What is explained.
  var title: String {
    switch self {
    case .annotation(let description): description.annotation
    case .ineffective(let ineffective): ineffective.annotation
    case .finding(let rule): rule.code
    }
  }

  /// The first sentence.
  var lead: String {
    switch self {
    case .annotation(let description): "ingress-nginx \(description.meaning)."
    case .ineffective(let ineffective): ineffective.history
    case .finding(let rule): "\(rule.title)."
    }
  }

  /// What is known of it, each with a label; empty words are left out.
  var facts: [(label: String, words: String)] {
    switch self {
    case .annotation(let description): description.facts
    case .ineffective(let ineffective):
      [
        ("reported as", ineffective.rule.code), ("severity", ineffective.severity.rawValue),
        ("successor", ineffective.successor ?? "none"),
        ("do", ineffective.remedy),
      ]
    case .finding(let rule):
      [
        ("severity", rule.severity.rawValue), ("effect", rule.effect.rawValue),
        ("today", rule.before), ("new routes", rule.after), ("do", rule.remedy),
      ]
    }
  }

  /// What else there is to say, one sentence each.
  var notes: [String] {
    switch self {
    case .annotation(let description): description.notes
    case .ineffective, .finding: []
    }
  }
}

extension AnnotationDescription {
  fileprivate var facts: [(label: String, words: String)] {
    [
      ("value", syntax), ("default", fallback), ("holds for", scope.words),
      ("another value", failure.words), ("risk", risk.rawValue),
      ("on canaries", countsOnCanaries ? "read, too" : "not read"), ("new routes", fateWords),
      ("family", family), ("documented", documentation ?? "nowhere"),
    ]
  }
}
