package import Evidence

/// One document of a YAML stream.
package struct Document: Sendable {
  package var root: Node
  package var file: String
  /// What was read with a doubt, for example a key that stands twice.
  package var warnings: [SyntaxError]
}

/// Text that is not YAML, or is used in a way that an API server refuses.
package struct SyntaxError: Error, Hashable, Sendable {
  package var place: Place
  /// What is wrong, one sentence.
  package var message: String
  /// What to do next, one sentence.
  package var remedy: String
}

/// Parses a YAML or JSON stream; each document is handed over as soon as it is read.
///
/// A document that cannot be read is handed over as an error; the others still come.
package func parse(
  _ bytes: [UInt8], file: String, each: (Result<Document, SyntaxError>) -> Void
) {
}
