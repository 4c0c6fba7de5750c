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
/// A document that cannot be read is handed over as an error; the others still come. Documents
/// without a value are skipped, as kubectl skips them.
package func parse(
  _ bytes: [UInt8], file: String, each: (Result<Document, SyntaxError>) -> Void
) {
  do throws(SyntaxError) {
    let text = try utf8(bytes, file: file)
    unsafe text.withUnsafeBufferPointer { buffer in
      for chunk in Chunks(of: text) {
        let part = unsafe UnsafeBufferPointer(rebasing: buffer[chunk.range])
        unsafe parseChunk(Events(part, file: file, firstLine: chunk.firstLine), each: each)
      }
    }
  } catch {
    each(.failure(error))
  }
}

/// Reads the documents of one chunk, which is one document unless exotic line breaks hide a marker.
private func parseChunk(
  _ events: borrowing Events, each: (Result<Document, SyntaxError>) -> Void
) {
  do throws(SyntaxError) {
    while let document = try parseDocument(events) {
      guard !document.root.isNull else { continue }
      each(.success(document))
    }
  } catch {
    each(.failure(error))
  }
}

extension Node {
  /// Whether this is a null, written or left out.
  fileprivate var isNull: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.kind == .null
  }
}
