import YAMLText

/// A tree as one line of JSON.
func json(_ node: Node) -> String {
  var text = ""
  write(node, into: &text)
  return text
}

private func write(_ node: Node, into text: inout String) {
  switch node.content {
  case .scalar(let scalar): write(scalar, into: &text)
  case .sequence(let nodes):
    writeList("[", nodes, "]", into: &text) { node, text in write(node, into: &text) }
  case .mapping(let entries):
    writeList("{", entries, "}", into: &text) { entry, text in
      text += quoted(entry.key) + ": "
      write(entry.value, into: &text)
    }
  }
}

private func writeList<Element>(
  _ open: String, _ elements: [Element], _ close: String, into text: inout String,
  each: (Element, inout String) -> Void
) {
  text += open
  for (index, element) in elements.enumerated() {
    if index > 0 { text += ", " }
    each(element, &text)
  }
  text += close
}

private func write(_ scalar: Scalar, into text: inout String) {
  switch scalar.kind {
  case .null: text += "null"
  case .bool:
    text += ["true", "yes", "on", "y"].contains(scalar.text.lowercased()) ? "true" : "false"
  case .integer, .decimal: text += isNumber(scalar.text) ? scalar.text : quoted(scalar.text)
  case .string: text += quoted(scalar.text)
  }
}

/// Whether JSON can write a number of YAML as it stands; `0x10` and `1_000` it cannot.
private func isNumber(_ text: String) -> Bool {
  Int(text).map { String($0) == text } ?? (Double(text)?.isFinite == true && !text.contains("x"))
}

/// A JSON string (RFC 8259, section 7).
package func quoted(_ string: String) -> String {
  var text = "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\t": text += "\\t"
    case "\r": text += "\\r"
    case "\0"..."\u{1F}", "\u{7F}":
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "\""
}
