import Evidence

/// The steps of a rollout as one numbered list, with commands in blocks.
func markdown(_ steps: [RolloutStep]) -> String {
  guard !steps.isEmpty else { return "" }
  var text = "## Rollout\n"
  for (index, step) in steps.enumerated() {
    let number = "\(index + 1). "
    let indent = String(repeating: " ", count: number.count)
    text += "\n\(number)**\(step.phase.words):** \(escaped(step.titleWithSubject))"
    text += step.reason.isEmpty ? "\n" : " \(escaped(step.reason))\n"
    guard !step.commands.isEmpty else { continue }
    text += "\n\(indent)```sh\n"
    for command in step.commands { text += "\(indent)\(command)\n" }
    text += "\(indent)```\n"
  }
  return text
}
