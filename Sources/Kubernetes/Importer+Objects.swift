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
    if keeping.contains("\(head.apiVersion.group)/\(head.kind)") {
      return keep(head, body, file, index)
    }
    if let kind = WorkloadKind(head), kind.runsController(body) {
      return read(kind, body, file, index)
    }
    guard let known = KnownKind(inAnyCase: head.kind), known.isMeant(by: head.apiVersion) else {
      cluster.skipped["\(head.written) \(head.kind)", default: 0] += 1
      return
    }
    guard known.rawValue == head.kind else { return noteKind(head, known, body, file) }
    guard known.apiVersions.contains(head.written) else {
      return noteVersion(head, known, body, file)
    }
    read(known, head, body, file, index)
  }
}
