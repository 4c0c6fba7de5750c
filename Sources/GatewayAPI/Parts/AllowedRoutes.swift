import YAMLText

/// Which namespaces may use something: `from` with its selector.
package struct AllowedNamespaces: Hashable, Sendable {
  /// The words of `from`; `None` only for ListenerSets.
  package enum From: String, Hashable, Sendable, CaseIterable {
    case all = "All"
    case same = "Same"
    case selector = "Selector"
    case nowhere = "None"
  }

  /// Nil where it is left out.
  package var from: From?
  package var selector: LabelSelector?

  package init(from: From?, selector: LabelSelector? = nil) {
    self.from = from
    self.selector = selector
  }
}

/// Which routes may attach to a listener: `allowedRoutes`.
package struct AllowedRoutes: Hashable, Sendable {
  /// One entry of `kinds`.
  package struct Kind: Hashable, Sendable {
    package var group: String
    package var kind: String

    package init(group: String = "gateway.networking.k8s.io", kind: String) {
      self.group = group
      self.kind = kind
    }
  }

  /// Nil where it is left out, which means the Gateway's own namespace.
  package var namespaces: AllowedNamespaces?
  package var kinds: [Kind]

  package init(namespaces: AllowedNamespaces? = nil, kinds: [Kind] = []) {
    self.namespaces = namespaces
    self.kinds = kinds
  }

  /// Routes of every namespace may attach.
  package static let fromAll = AllowedRoutes(namespaces: AllowedNamespaces(from: .all))
}

extension AllowedNamespaces {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      from: try field["from"].word(From.self),
      selector: try field["selector"].optional(LabelSelector.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("from", from?.rawValue)
    fields.put("selector", selector?.node)
    return fields.node
  }
}

extension AllowedRoutes {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      namespaces: try field["namespaces"].optional(AllowedNamespaces.init(decoding:)),
      kinds: try field["kinds"].items(Kind.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("namespaces", namespaces?.node)
    fields.put("kinds", kinds.map(\.node))
    return fields.node
  }
}

extension AllowedRoutes.Kind {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      group: try field["group"].text() ?? "gateway.networking.k8s.io",
      kind: try field["kind"].requiredText())
  }

  var node: Node {
    var fields = Fields()
    fields.put("group", group == "gateway.networking.k8s.io" ? nil : group)
    fields.put("kind", kind)
    return fields.node
  }
}
