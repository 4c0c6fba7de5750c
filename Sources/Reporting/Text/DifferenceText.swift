import Evidence
import Gatewright

/// A difference for a terminal: one line an object, its fields below it.
func text(_ difference: Difference, _ style: TextStyle) -> String {
  var page = Page(style)
  for object in difference.objects { write(object, on: &page) }
  if !difference.isEmpty { page.space() }
  page.line(difference.words)
  for group in difference.findings {
    page.space()
    write(group, on: &page)
  }
  return page.text
}

extension Difference {
  /// The numbers in one sentence.
  var words: String {
    guard !isEmpty else { return "Nothing differs: \(count(sameCount, "object")) compared." }
    let counts = ["added", "removed", "changed"].map { word in
      "\(grouped(objects.filter { $0.change.word == word }.count)) \(word)"
    }
    return counts.joined(separator: ", ") + ", \(grouped(sameCount)) the same."
  }
}

extension ObjectDifference.Change {
  /// The change in one word.
  var word: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    }
  }
}

private func write(_ object: ObjectDifference, on page: inout Page) {
  switch object.change {
  case .added: page.line(page.painted("added    ", .green) + object.reference.description)
  case .removed: page.line(page.painted("removed  ", .red) + object.reference.description)
  case .changed(let fields):
    page.line(page.painted("changed  ", .yellow) + object.reference.description)
    for field in fields { write(field, on: &page) }
  }
}

private func write(_ field: FieldChange, on page: inout Page) {
  page.line(field.path, indent: 4)
  if let old = field.old { page.line(page.painted("- \(old)", .red), indent: 6) }
  if let new = field.new { page.line(page.painted("+ \(new)", .green), indent: 6) }
}
