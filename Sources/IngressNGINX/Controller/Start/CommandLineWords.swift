package import Kubernetes

extension ControllerWorkload {
  /// The flags among the words that follow the program, as pflag takes them apart.
  package var flags: [ControllerFlag] {
    var flags: [ControllerFlag] = []
    var rest = words.drop { !$0.isProgram }.dropFirst()
    if !words.contains(where: \.isProgram) { rest = words[...] }
    while let word = rest.popFirst() {
      // Behind `--` there are no more flags.
      if word.text == "--" { break }
      guard word.text.hasPrefix("-") else { continue }
      let written = word.text.drop { $0 == "-" }
      let parts = written.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value =
        parts.count == 2
        ? String(parts[1]) : takesNextWord(name) ? rest.popFirst()?.text ?? "" : "true"
      flags.append(ControllerFlag(name, value, place: word.place))
    }
    return flags
  }

  private func takesNextWord(_ name: String) -> Bool {
    guard let flag = ServingFlag(rawValue: name) else { return QuietFlags.withValue.contains(name) }
    return !flag.isSwitch
  }
}

extension ControllerWorkload.Word {
  /// Whether this is the program, not one of its flags.
  fileprivate var isProgram: Bool { !text.hasPrefix("-") && text.hasSuffix(controllerProgram) }
}
