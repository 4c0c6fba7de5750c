package import Evidence
import YAMLText

extension FieldReader {
  /// Notes a mistake at a field of the mapping that the reader stands in.
  package mutating func report(
    _ rule: Rule, at key: String, message: String, remedy: String? = nil
  ) {
    path.append(.key(key))
    let entry = level.entries.first { $0.key == key }
    reportHere(rule, entry?.value.mark ?? level.mark, message: message, remedy: remedy)
    path.removeLast()
  }

  /// Notes a mistake of the whole mapping that the reader stands in.
  package mutating func report(_ rule: Rule, message: String, remedy: String? = nil) {
    reportHere(rule, level.mark, message: message, remedy: remedy)
  }

  /// A value as findings may show it: in quotes, shortened, and not at all in a Secret.
  package func shown(_ text: String) -> String {
    guard showsValues else { return "a value" }
    return text.count > 60 ? "`\(text.prefix(57))...`" : "`\(text)`"
  }

  mutating func reportHere(_ rule: Rule, _ mark: Mark, message: String, remedy: String? = nil) {
    findings.append(
      Finding(
        rule, at: mark.place(in: file), field: path.text, message: message, remedy: remedy))
  }

  mutating func reportType(of node: Node, expected: String) {
    let advice =
      switch node.content {
      case .scalar(let scalar) where scalar.kind == .string:
        "Write \(expected) there, without quotes."
      case .scalar(let scalar) where expected == "a string" && showsValues:
        "Put the value in quotes: \"\(scalar.text.prefix(60))\"."
      case .scalar, .sequence, .mapping: "Write \(expected) there."
      }
    reportHere(
      .wrongType, node.mark, message: "Expected \(expected), found \(described(node)).",
      remedy: advice)
  }

  mutating func reportUnknownFields() {
    guard !level.ignoresOthers else { return }
    for (index, entry) in level.entries.enumerated() where !level.seen.contains(index) {
      path.append(.key(entry.key))
      reportHere(
        .unknownField, entry.keyMark, message: "The API has no field `\(entry.key)` here.")
      path.removeLast()
    }
  }

  private func described(_ node: Node) -> String {
    switch node.content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.kind {
      case .null: "nothing"
      case .bool: "the truth value \(shown(scalar.text))"
      case .integer, .decimal: "the number \(shown(scalar.text))"
      case .string: "the string \(shown(scalar.text))"
      }
    }
  }
}
