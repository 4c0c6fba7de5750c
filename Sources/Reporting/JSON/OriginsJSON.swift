import Evidence
import Gatewright

extension JSON {
  /// The fields of an object and their sources; `schemaVersion` grows when a field changes its
  /// meaning or goes away.
  init(_ origins: ObjectOrigins) {
    self = .object([
      Member("schemaVersion", .integer(1)),
      Member("apiVersion", .string(origins.apiVersion)),
      Member("kind", .string(origins.reference.kind)),
      Member("namespace", .string(origins.reference.namespace)),
      Member("name", .string(origins.reference.name)),
      Member("fields", .array(origins.fields.map { JSON($0) })),
    ])
  }

  /// A field; its value is JSON in a string.
  private init(_ field: ObjectOrigins.Field) {
    self = .object([
      Member("path", .string(field.path)), Member("value", .string(field.value)),
      Member("sources", .array(field.sources.map { JSON($0) })),
    ])
  }

  private init(_ source: ValueSource) {
    self = .object([
      Member("kind", .string(source.kind.rawValue)), Member("words", .string(source.words)),
      Member("place", source.place.map { JSON($0) } ?? .null),
    ])
  }
}
