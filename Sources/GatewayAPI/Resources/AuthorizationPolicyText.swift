package import YAMLText

extension AuthorizationPolicy: Manifest {
  package static var apiVersion: String { "security.istio.io/v1" }
  package static var kind: String { "AuthorizationPolicy" }

  package var spec: Node {
    var fields = Fields()
    target.put(into: &fields)
    fields.put("action", action.rawValue)
    fields.put("provider", provider.map { Node.mapping([Entry("name", .string($0))]) })
    fields.put("rules", rules.map(\.node))
    return fields.node
  }
}

extension AuthorizationPolicy.Rule {
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("from", sources.map { Node.mapping([Entry("source", Self.fields($0))]) })
    fields.put("to", operations.map { Node.mapping([Entry("operation", Self.fields($0))]) })
    fields.put("when", conditions.map(\.node))
    return fields.node.commented(comments)
  }

  private static func fields(_ terms: [AuthorizationPolicy.Term]) -> Node {
    var fields = Fields()
    for term in terms {
      guard let name = term.attribute.fieldName else { continue }
      fields.put(name, term.values)
      fields.put("not" + name.prefix(1).uppercased() + name.dropFirst(), term.notValues)
    }
    return fields.node
  }
}

extension AuthorizationPolicy.Term {
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("key", attribute.conditionKey)
    fields.put("values", values)
    fields.put("notValues", notValues)
    return fields.node
  }
}

extension PolicyTarget {
  /// Puts `targetRefs`, or `selector` where there are none.
  func put(into fields: inout Fields) {
    fields.put("targetRefs", references.map(\.node))
    guard references.isEmpty, !labels.isEmpty else { return }
    var selector = Fields()
    selector.put("matchLabels", labels)
    fields.put("selector", selector.node)
  }
}

extension PolicyTarget.Reference {
  var node: Node {
    var fields = Fields()
    fields.put("group", group.isEmpty ? nil : group)
    fields.put("kind", kind)
    fields.put("name", name)
    return fields.node
  }
}
