package import Evidence
package import YAMLText

/// Why an API server refuses an object: the field and what is wrong with it.
package struct Refusal: Error, Hashable, Sendable {
  /// The field, for example `spec.rules[0].matches`.
  package var field: String
  /// What is wrong, one sentence without a full stop.
  package var message: String
  /// Where the field stands in its file.
  package var mark: Mark

  package init(field: String, message: String, mark: Mark = Mark()) {
    self.field = field
    self.message = message
    self.mark = mark
  }

  /// Where the field stands.
  package func place(in file: String) -> Place { mark.place(in: file) }
}
