import Evidence
import YAMLText

extension FieldReader {
  /// Notes a key, or a value, of a mapping to strings that breaks a name rule.
  mutating func check(
    _ entry: Annotation, in field: String, _ keyRule: NameRule, _ valueRule: NameRule?
  ) {
    // API servers fold the case of annotation keys before they judge them.
    let key = field == "annotations" ? entry.key.lowercased() : entry.key
    if !keyRule.allows(key) {
      reportEntry(entry, in: field, "The key is not allowed.", "Write \(keyRule.expectation).")
    } else if let valueRule, !valueRule.allows(entry.value) {
      reportEntry(
        entry, in: field, "The value \(shown(entry.value)) is not allowed.",
        "Write \(valueRule.expectation).")
    }
  }

  private mutating func reportEntry(
    _ entry: Annotation, in field: String, _ message: String, _ remedy: String
  ) {
    path += [.key(field), .key(entry.key)]
    let mark = Mark(
      line: UInt32(clamping: entry.place.line), column: UInt32(clamping: entry.place.column))
    reportHere(.invalidValue, mark, message: message, remedy: remedy)
    path.removeLast(2)
  }
}
