import Evidence
import YAMLText

extension Importer {
  /// Notes a document that is none of Kubernetes; folders of charts hold many.
  mutating func noteNoObject(_ body: Node, _ file: String, _ message: String) {
    cluster.findings.append(
      Finding(.notAnObject, at: body.mark.place(in: file), message: message))
  }

  /// Notes an object of a known kind without `apiVersion`.
  mutating func noteNoVersion(_ body: Node, _ file: String, _ kind: String) {
    guard let known = KnownKind(rawValue: kind) else {
      return noteNoObject(body, file, "The document has no `apiVersion`.")
    }
    cluster.objectCount += 1
    let version = known.apiVersions.first ?? "v1"
    cluster.findings.append(
      Finding(
        .missingField, of: body.roughReference, at: body.mark.place(in: file),
        field: "apiVersion", message: "The object has no `apiVersion`.",
        remedy: "Add `apiVersion: \(version)`."))
  }

  /// Notes an object of a known kind in a version that is not read.
  mutating func noteVersion(
    _ head: Head, _ known: KnownKind, _ body: Node, _ file: String
  ) {
    let versions = known.apiVersions.map { "`\($0)`" }.joined(separator: ", ")
    let place = body["apiVersion"]?.mark ?? body.mark
    cluster.findings.append(
      Finding(
        .unsupportedVersion, of: body.roughReference, at: place.place(in: file),
        field: "apiVersion", message: "Expected one of \(versions), found `\(head.written)`.",
        remedy: "Write \(known.rawValue) in the version `\(known.apiVersions.first ?? "v1")`."))
  }

  /// Notes a known kind with wrong capitals.
  mutating func noteKind(_ head: Head, _ known: KnownKind, _ body: Node, _ file: String) {
    let place = body["kind"]?.mark ?? body.mark
    cluster.findings.append(
      Finding(
        .invalidValue, of: body.roughReference, at: place.place(in: file), field: "kind",
        message: "Expected `\(known.rawValue)`, found `\(head.kind)`.",
        remedy: "Write `kind: \(known.rawValue)`."))
  }
}
