import Evidence

/// The steps of a rollout for a terminal, numbered through, with commands that can be copied.
func writeSteps(_ steps: [RolloutStep], on page: inout Page) {
  guard !steps.isEmpty else { return }
  page.space()
  page.line(page.painted("Rollout", .bold))
  for (index, step) in steps.enumerated() {
    if index == 0 || steps[index - 1].phase != step.phase {
      page.line(page.painted(step.phase.words, .cyan), indent: 2)
    }
    page.entry("\(index + 1).", step.titleWithSubject, indent: 4, column: 8)
    page.entry("", step.reason, indent: 8, column: 8)
    for command in step.shownCommands { page.line(command, indent: 10) }
    let hidden = step.commands.count - step.shownCommands.count
    if hidden > 0 {
      page.line("# and \(grouped(hidden)) more; --report FILE.md lists all", indent: 10)
    }
  }
}

extension RolloutStep {
  /// As many commands as people read on a terminal.
  fileprivate var shownCommands: ArraySlice<String> {
    commands.count <= 8 ? commands[...] : commands.prefix(5)
  }
}

extension RolloutStep {
  /// The title, with the object that the step is about where its words do not name one.
  var titleWithSubject: String {
    guard let subject, !title.contains(subject.name) else { return title }
    return "\(title) (\(subject))"
  }
}

extension RolloutStep.Phase {
  /// The phase in words.
  var words: String {
    switch self {
    case .prepare: "before"
    case .apply: "apply"
    case .cutOver: "cut over"
    case .cleanUp: "clean up"
    }
  }
}
