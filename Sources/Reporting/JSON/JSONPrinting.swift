import Gatewright

extension JSON {
  /// The value over several lines, two spaces a level.
  package func printed() -> String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  /// The value on one line.
  package func line() -> String {
    var text = ""
    write(into: &text, indent: nil)
    return text
  }

  /// Writes the value at a level of indentation; nil keeps everything on one line.
  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.digits(of: value)
    case .string(let value): text += quoted(value)
    case .array(let values):
      Self.write("[", values, "]", into: &text, indent) { $0.write(into: &$1, indent: $2) }
    case .object(let members):
      Self.write("{", members, "}", into: &text, indent) { member, text, indent in
        text += quoted(member.key) + ": "
        member.value.write(into: &text, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ open: String, _ elements: [Element], _ close: String, into text: inout String,
    _ indent: Int?, each: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      breakLine(indent.map { $0 + 1 }, isFirst: index == 0, into: &text)
      each(element, &text, indent.map { $0 + 1 })
    }
    if !elements.isEmpty { breakLine(indent, isFirst: true, into: &text) }
    text += close
  }

  private static func breakLine(_ indent: Int?, isFirst: Bool, into text: inout String) {
    if let indent {
      text += "\n" + String(repeating: "  ", count: indent)
    } else if !isFirst {
      text += " "
    }
  }

  /// JSON has no infinity and no NaN; whole numbers lose their `.0`.
  private static func digits(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    return Int(exactly: value).map { String($0) } ?? String(value)
  }
}
