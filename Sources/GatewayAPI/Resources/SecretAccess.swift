package import Kubernetes
package import YAMLText

/// A Role (rbac.authorization.k8s.io/v1) that lets its holders list Secrets.
package struct Role: Manifest {
  package static let apiVersion = "rbac.authorization.k8s.io/v1"
  package static let kind = "Role"

  package var metadata: Metadata
  /// `rules` as written.
  package var rules: [Node]
  package var comments: [String]

  package init(metadata: Metadata, rules: [Node], comments: [String] = []) {
    self.metadata = metadata
    self.rules = rules
    self.comments = comments
  }

  /// A role that lists the Secrets of its namespace, which is what Istio asks about a gateway.
  package init(listingSecrets metadata: Metadata, comments: [String] = []) {
    var rule = Fields()
    rule.put("apiGroups", [""])
    rule.put("resources", ["secrets"])
    rule.put("verbs", ["list"])
    self.init(metadata: metadata, rules: [rule.node], comments: comments)
  }

  package init(decoding object: Object) throws(Refusal) {
    self.init(
      metadata: object.metadata,
      rules: try Field(object.body["rules"], path: "rules").items { $0.node ?? .mapping([]) })
  }

  package var spec: Node { .sequence(rules) }
  package var body: Node { body([Entry("rules", spec)]) }

  /// Whether it lets its holders list all Secrets of its namespace.
  package var listsSecrets: Bool {
    rules.contains { node in
      let rule = Field(node, path: "rules")
      func holds(_ key: String, _ word: String) -> Bool {
        let words = (try? rule[key].texts()) ?? []
        return words.contains(word) || words.contains("*")
      }
      return holds("apiGroups", "") && holds("resources", "secrets") && holds("verbs", "list")
        && !rule["resourceNames"].isWritten
    }
  }
}

/// A RoleBinding (rbac.authorization.k8s.io/v1) of a Role to ServiceAccounts.
package struct RoleBinding: Manifest {
  package static let apiVersion = "rbac.authorization.k8s.io/v1"
  package static let kind = "RoleBinding"

  package var metadata: Metadata
  /// The name of the Role in the same namespace.
  package var role: String
  package var accounts: [ObjectName]
  package var comments: [String]

  package init(
    metadata: Metadata, role: String, accounts: [ObjectName], comments: [String] = []
  ) {
    self.metadata = metadata
    self.role = role
    self.accounts = accounts
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let reference = Field(object.body["roleRef"], path: "roleRef")
    let isRole = try reference["kind"].text() == Role.kind
    self.init(
      metadata: object.metadata, role: isRole ? try reference["name"].requiredText() : "",
      accounts: try Field(object.body["subjects"], path: "subjects")
        .items { (subject) throws(Refusal) in
          try subject["kind"].text() == "ServiceAccount"
            ? ObjectName(
              try subject["namespace"].text() ?? object.metadata.namespace,
              try subject["name"].requiredText()) : nil
        }.compactMap(\.self))
  }

  package var spec: Node { .mapping(entries) }
  package var body: Node { body(entries) }

  private var entries: [Entry] {
    var reference = Fields()
    reference.put("apiGroup", "rbac.authorization.k8s.io")
    reference.put("kind", Role.kind)
    reference.put("name", role)
    var fields = Fields()
    fields.put("roleRef", reference.node)
    fields.put(
      "subjects",
      accounts.map { account in
        var subject = Fields()
        subject.put("kind", "ServiceAccount")
        subject.put("name", account.name)
        subject.put("namespace", account.namespace)
        return subject.node
      })
    guard case .mapping(let entries) = fields.node.content else { return [] }
    return entries
  }
}
