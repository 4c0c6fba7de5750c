import YAMLText

/// A Service port, or something like it, that a route points at.
package struct BackendReference: Hashable, Sendable {
  package var group: String
  package var kind: String
  /// Nil for the route's own namespace.
  package var namespace: String?
  package var name: String
  package var port: Int?

  package init(
    namespace: String? = nil, name: String, port: Int?, group: String = "", kind: String = "Service"
  ) {
    self.group = group
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.port = port
  }
}

extension BackendReference {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      namespace: try field["namespace"].text(), name: try field["name"].requiredText(),
      port: try field["port"].integer(), group: try field["group"].text() ?? "",
      kind: try field["kind"].text() ?? "Service")
  }

  /// Puts the reference among the fields of what holds it.
  func put(into fields: inout Fields) {
    let isPlain = group.isEmpty && kind == "Service"
    fields.put("group", isPlain ? nil : group)
    fields.put("kind", isPlain ? nil : kind)
    fields.put("namespace", namespace)
    fields.put("name", name)
    fields.put("port", port)
  }

  var node: Node {
    var fields = Fields()
    put(into: &fields)
    return fields.node
  }
}
