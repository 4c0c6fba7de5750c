import Gatewright

/// What one word means, for a wiki.
func markdown(_ explanation: Explanation) -> String {
  let filters = explanation.envoyFilters.map { "\n" + markdown($0) } ?? ""
  return explanation.parts.map { markdown($0) }.joined(separator: "\n") + filters
}

private func markdown(_ filters: Explanation.EnvoyFilters) -> String {
  let notes = filters.notes.map { "- \(escaped($0))\n" }.joined()
  let yaml = filters.yaml.isEmpty ? "" : "\n```yaml\n\(filters.yaml)```\n"
  return "## EnvoyFilter\n\n\(escaped(filters.lead))\n\n" + notes + yaml
}

private func markdown(_ part: ExplanationPart) -> String {
  let rows = part.facts.filter { !$0.words.isEmpty }.map { [$0.label, escaped($0.words)] }
  let notes = part.notes.map { "- \(escaped($0))\n" }.joined()
  return "# \(escaped(part.title))\n\n\(escaped(part.lead))\n\n" + table(["", ""], rows)
    + (notes.isEmpty ? "" : "\n" + notes)
}
