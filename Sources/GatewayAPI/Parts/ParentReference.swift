import YAMLText

/// The Gateway or ListenerSet, or one listener of it, that a route wants to be served by.
package struct ParentReference: Hashable, Sendable {
  package var group: String
  package var kind: String
  /// Nil for the route's own namespace.
  package var namespace: String?
  package var name: String
  /// The listener's name; nil for every listener.
  package var sectionName: String?
  /// The listener's port; nil for every port.
  package var port: Int?

  package init(
    kind: String = "Gateway", namespace: String? = nil, name: String, sectionName: String? = nil,
    port: Int? = nil, group: String = "gateway.networking.k8s.io"
  ) {
    self.group = group
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.sectionName = sectionName
    self.port = port
  }
}

extension ParentReference {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      kind: try field["kind"].text() ?? "Gateway", namespace: try field["namespace"].text(),
      name: try field["name"].requiredText(), sectionName: try field["sectionName"].text(),
      port: try field["port"].integer(),
      group: try field["group"].text() ?? "gateway.networking.k8s.io")
  }

  var node: Node {
    var fields = Fields()
    let isPlain = group == "gateway.networking.k8s.io" && kind == "Gateway"
    fields.put("group", isPlain ? nil : group)
    fields.put("kind", isPlain ? nil : kind)
    fields.put("namespace", namespace)
    fields.put("name", name)
    fields.put("sectionName", sectionName)
    fields.put("port", port)
    return fields.node
  }
}
