import Evidence
import Gatewright

extension JSON {
  /// A group of equal findings.
  init(_ group: FindingGroup) {
    self = .object([
      Member("code", .string(group.rule.code)),
      Member("severity", .string(group.severity.rawValue)),
      Member("effect", .string(group.rule.effect.rawValue)),
      Member("title", .string(group.rule.title)),
      Member("before", .string(group.before)),
      Member("after", .string(group.after)),
      Member("remedy", .string(group.remedy)),
      Member("occurrences", .array(group.occurrences.map { JSON($0) })),
    ])
  }

  private init(_ occurrence: FindingGroup.Occurrence) {
    self = .object([
      Member("object", occurrence.subject.map { JSON($0) } ?? .null),
      Member("place", occurrence.place.map { JSON($0) } ?? .null),
      Member("field", .string(occurrence.field)),
      Member("message", .string(occurrence.message)),
    ])
  }

  /// An object's identity.
  init(_ reference: ObjectReference) {
    self = .object([
      Member("kind", .string(reference.kind)),
      Member("namespace", .string(reference.namespace)),
      Member("name", .string(reference.name)),
    ])
  }

  /// A place; line and column are null where they are not known.
  init(_ place: Place) {
    self = .object([
      Member("file", .string(place.file)),
      Member("line", place.line == 0 ? .null : .integer(place.line)),
      Member("column", place.column == 0 ? .null : .integer(place.column)),
    ])
  }
}
