import Evidence
import YAMLText

extension Importer {
  /// Reads one document, or one item of a list.
  mutating func read(_ body: Node, file: String) {
    guard case .mapping = body.content else {
      return noteNoObject(body, file, "A document must be a mapping to be an object.")
    }
    guard let kind = body["kind"]?.text, !kind.isEmpty else {
      return noteNoObject(body, file, "The document has no `kind`.")
    }
    guard let written = body["apiVersion"]?.text, !written.isEmpty else {
      return noteNoVersion(body, file, kind)
    }
    if kind.hasSuffix("List"), let items = body["items"] {
      return read(items: items, file, itemKind: String(kind.dropLast(4)), written)
    }
    read(Head(apiVersion: APIVersion(written), written: written, kind: kind), body, file)
  }

  /// Typed lists such as `IngressList` may leave out kind and version of their items.
  private mutating func read(items: Node, _ file: String, itemKind: String, _ version: String) {
    guard case .sequence(let items) = items.content else {
      if !items.isNull { noteNoObject(items, file, "The `items` of a list must be a list.") }
      return
    }
    for var item in items {
      if !itemKind.isEmpty, case .mapping(let entries) = item.content, item["kind"] == nil {
        let head = [Entry("apiVersion", .string(version)), Entry("kind", .string(itemKind))]
        item.content = .mapping(head + entries.filter { $0.key != "apiVersion" })
      }
      read(item, file: file)
    }
  }

  private mutating func read(_ head: Head, _ body: Node, _ file: String) {
    let index = cluster.objectCount
    cluster.objectCount += 1
    let isKept = keeping.contains("\(head.apiVersion.group)/\(head.kind)")
    if !isKept, let known = KnownKind(rawValue: head.kind), known.isMeant(by: head.apiVersion) {
      guard known.apiVersions.contains(head.written) else {
        return noteVersion(head, known, body, file)
      }
      read(known, head, body, file, index)
    } else if isKept {
      keep(head, body, file, index)
    } else {
      cluster.skipped["\(head.written) \(head.kind)", default: 0] += 1
    }
  }

  private mutating func noteNoObject(_ body: Node, _ file: String, _ message: String) {
    cluster.findings.append(
      Finding(.notAnObject, at: body.mark.place(in: file), message: message))
  }

  private mutating func noteNoVersion(_ body: Node, _ file: String, _ kind: String) {
    guard let known = KnownKind(rawValue: kind) else {
      return noteNoObject(body, file, "The document has no `apiVersion`.")
    }
    cluster.objectCount += 1
    let version = known.apiVersions.first ?? "v1"
    cluster.findings.append(
      Finding(
        .missingField, of: body.roughReference(kind), at: body.mark.place(in: file),
        field: "apiVersion", message: "The object has no `apiVersion`.",
        remedy: "Add `apiVersion: \(version)`."))
  }

  private mutating func noteVersion(
    _ head: Head, _ known: KnownKind, _ body: Node, _ file: String
  ) {
    let versions = known.apiVersions.map { "`\($0)`" }.joined(separator: ", ")
    let place = body["apiVersion"]?.mark ?? body.mark
    cluster.findings.append(
      Finding(
        .unsupportedVersion, of: body.roughReference(head.kind), at: place.place(in: file),
        field: "apiVersion", message: "Expected one of \(versions), found `\(head.written)`.",
        remedy: "Write \(known.rawValue) in the version `\(known.apiVersions.first ?? "v1")`."))
  }
}

/// What `apiVersion` and `kind` of an object say.
struct Head: Hashable, Sendable {
  var apiVersion: APIVersion
  /// `apiVersion` as written.
  var written: String
  var kind: String
}

extension Node {
  /// The text of a string.
  var text: String? {
    guard case .scalar(let scalar) = content, scalar.kind == .string else { return nil }
    return scalar.text
  }

  /// Names an object whose fields cannot be read by the rules of its kind.
  func roughReference(_ kind: String) -> ObjectReference {
    let metadata = self["metadata"]
    return ObjectReference(
      kind: kind, namespace: metadata?["namespace"]?.text ?? "default",
      name: metadata?["name"]?.text ?? "")
  }
}
