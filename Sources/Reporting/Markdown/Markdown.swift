/// Text that Markdown shows as it stands, also inside a table.
package func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    switch character {
    case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\\(character)"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case let character where character.isNewline: result += " "
    default: result.append(character)
    }
  }
  return result
}

/// Text in code style, with a fence longer than any run of backticks in it.
package func code(_ text: String) -> String {
  guard !text.isEmpty else { return "" }
  let plain = String(text.map { $0.isNewline ? " " : $0 })
  var (run, longest) = (0, 0)
  for character in plain {
    run = character == "`" ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  let gap = plain.hasPrefix("`") || plain.hasSuffix("`") ? " " : ""
  return fence + gap + escapingPipes(plain) + gap + fence
}

/// Tables end a cell at every `|`, even inside code.
private func escapingPipes(_ text: String) -> String {
  text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}

/// A table; the cells are Markdown.
func table(_ head: [String], _ rows: [[String]]) -> String {
  let lines = [head, head.map { _ in "---" }] + rows
  return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
}
