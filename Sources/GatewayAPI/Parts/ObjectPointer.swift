import YAMLText

/// A reference to an object by group, kind and name: a Secret, an extension, parameters.
package struct ObjectPointer: Hashable, Sendable {
  package var group: String
  package var kind: String
  /// Nil for the namespace of the object that points.
  package var namespace: String?
  package var name: String

  package init(group: String, kind: String, namespace: String? = nil, name: String) {
    self.group = group
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  /// A reference to a Secret.
  package static func secret(namespace: String? = nil, name: String) -> ObjectPointer {
    ObjectPointer(group: "", kind: "Secret", namespace: namespace, name: name)
  }
}

extension ObjectPointer {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      group: try field["group"].text() ?? "", kind: try field["kind"].text() ?? "Secret",
      namespace: try field["namespace"].text(), name: try field["name"].requiredText())
  }

  var node: Node {
    var fields = Fields()
    let isSecret = group.isEmpty && kind == "Secret"
    fields.put("group", isSecret ? nil : group)
    fields.put("kind", isSecret ? nil : kind)
    fields.put("namespace", namespace)
    fields.put("name", name)
    return fields.node
  }
}
