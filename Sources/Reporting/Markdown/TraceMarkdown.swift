import Gatewright

/// A traced request for a pull request: a table with a row for each thing and both sides beside it.
func markdown(_ traced: Traced) -> String {
  var text = "### \(code(traced.request.line))\n\n"
  for header in traced.request.headers {
    text += "- \(code("\(header.name): \(header.value ?? "")"))\n"
  }
  if !traced.request.headers.isEmpty { text += "\n" }
  var rows = sideRows("ingress-nginx", traced.ingress)
  rows += sideRows("new routes", traced.gateway)
  text += table(["side", "", ""], rows)
  if let agree = traced.agree { text += "\n**\(agree ? "agree" : "differ")**\n" }
  if !traced.aspects.isEmpty { text += "\nin \(traced.aspects.joined(separator: ", "))\n" }
  for cause in traced.causes { text += "- \(escaped(cause.title)) (\(code(cause.code)))\n" }
  return text
}

private func sideRows(_ side: String, _ answer: TraceAnswer?) -> [[String]] {
  guard let answer else { return [] }
  let steps = answer.steps.enumerated().map { index, step in
    [side, "step \(index + 1)", escaped(step.text)]
  }
  return steps + answer.rows.map { [side, $0.label, code($0.words)] }
}
