import Evidence
import Gatewright

/// A difference for a pull request: a table of the fields of every object that differs.
func markdown(_ difference: Difference) -> String {
  var text = "# Difference to a fresh translation\n\n\(escaped(difference.words))\n"
  if !difference.isEmpty {
    let rows = difference.objects.flatMap { tableRows(of: $0) }
    text += "\n" + table(["change", "object", "field", "committed", "fresh"], rows)
  }
  for group in difference.findings { text += "\n" + markdown(group) }
  return text
}

private func tableRows(of object: ObjectDifference) -> [[String]] {
  let name = escaped(object.reference.description)
  return switch object.change {
  case .added, .removed: [[object.change.word, name, "", "", ""]]
  case .changed(let fields):
    fields.map { field in
      ["changed", name, code(field.path), code(field.old ?? ""), code(field.new ?? "")]
    }
  }
}
