import Evidence
import Gatewright

extension JSON {
  /// A difference; `schemaVersion` grows when a field changes its meaning or goes away.
  init(_ difference: Difference) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("same", .integer(difference.sameCount)),
      Member("objects", .array(difference.objects.map { JSON($0) })),
      Member("findings", .array(difference.findings.map { JSON($0) })),
    ])
  }

  private init(_ object: ObjectDifference) {
    let (word, fields): (String, [FieldChange]) =
      switch object.change {
      case .added: ("added", [])
      case .removed: ("removed", [])
      case .changed(let fields): ("changed", fields)
      }
    self = .object([
      Member("change", .string(word)),
      Member("apiVersion", .string(object.apiVersion)),
      Member("kind", .string(object.reference.kind)),
      Member("namespace", .string(object.reference.namespace)),
      Member("name", .string(object.reference.name)),
      Member("fields", .array(fields.map { JSON($0) })),
    ])
  }

  /// A field; the values are JSON in strings, null where there is none.
  private init(_ field: FieldChange) {
    self = .object([
      Member("path", .string(field.path)), Member("old", JSON(field.old)),
      Member("new", JSON(field.new)),
    ])
  }
}
