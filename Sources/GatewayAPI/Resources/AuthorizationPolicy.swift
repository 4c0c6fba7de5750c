package import Kubernetes
import YAMLText

/// An AuthorizationPolicy (security.istio.io/v1): who may use a workload.
package struct AuthorizationPolicy: Sendable {
  /// What is done with the requests that the rules mean: `action`.
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case allow = "ALLOW"
    case deny = "DENY"
    case audit = "AUDIT"
    case custom = "CUSTOM"
  }

  /// One entry of `rules`: one source and one operation, and every condition.
  package struct Rule: Hashable, Sendable {
    /// `from`; each source holds where all its terms do, and none at all means everybody.
    package var sources: [[Term]]
    /// `to`; likewise.
    package var operations: [[Term]]
    /// `when`; all of them.
    package var conditions: [Term]
    /// Comment lines above the rule.
    package var comments: [String] = []

    package init(
      sources: [[Term]] = [], operations: [[Term]] = [], conditions: [Term] = [],
      comments: [String] = []
    ) {
      self.sources = sources
      self.operations = operations
      self.conditions = conditions
      self.comments = comments
    }
  }

  /// One attribute with the values of which one has to fit, and those of which none may.
  package struct Term: Hashable, Sendable {
    package var attribute: AuthorizationAttribute
    package var values: [String]
    package var notValues: [String]

    package init(
      _ attribute: AuthorizationAttribute, _ values: [String] = [], not notValues: [String] = []
    ) {
      self.attribute = attribute
      self.values = values
      self.notValues = notValues
    }
  }

  package var metadata: Metadata
  package var target: PolicyTarget
  package var action: Action
  /// `provider.name`, for CUSTOM.
  package var provider: String?
  package var rules: [Rule]
  package var comments: [String] = []

  package init(
    metadata: Metadata, target: PolicyTarget, action: Action, provider: String? = nil,
    rules: [Rule], comments: [String] = []
  ) {
    self.metadata = metadata
    self.target = target
    self.action = action
    self.provider = provider
    self.rules = rules
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    metadata = object.metadata
    target = try PolicyTarget(decoding: spec, selector: "selector")
    action = try spec["action"].word(Action.self) ?? .allow
    provider = try spec["provider"]["name"].text()
    rules = try spec["rules"].items(Rule.init(decoding:))
    guard action == .custom else { return }
    guard provider?.isEmpty == false else {
      throw spec["provider"].refused("is required for CUSTOM")
    }
    guard !rules.isEmpty else { throw spec["rules"].refused("is required for CUSTOM") }
  }
}

extension AuthorizationPolicy.Rule {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      sources: try field["from"].items { (entry) throws(Refusal) in
        try Self.terms(entry["source"], AuthorizationAttribute.sources)
      },
      operations: try field["to"].items { (entry) throws(Refusal) in
        try Self.terms(entry["operation"], AuthorizationAttribute.operations)
      },
      conditions: try field["when"].items(AuthorizationPolicy.Term.init(decoding:)))
  }

  /// Reads fields such as `paths` and `notPaths`; an entry without any is refused, as by Istio.
  private static func terms(
    _ field: Field, _ known: [(name: String, attribute: AuthorizationAttribute)]
  ) throws(Refusal) -> [AuthorizationPolicy.Term] {
    var terms: [AuthorizationPolicy.Term] = []
    for (name, attribute) in known {
      let values = try field[name].texts()
      let others = try field["not" + name.prefix(1).uppercased() + name.dropFirst()].texts()
      guard !values.isEmpty || !others.isEmpty else { continue }
      terms.append(AuthorizationPolicy.Term(attribute, values, not: others))
    }
    guard !terms.isEmpty else { throw field.refused("must not be empty") }
    return terms
  }
}

extension AuthorizationPolicy.Term {
  init(decoding field: Field) throws(Refusal) {
    let key = try field["key"].requiredText()
    guard let attribute = AuthorizationAttribute(condition: key) else {
      throw field["key"].refused("must be a known attribute")
    }
    self.init(
      attribute, try field["values"].texts(), not: try field["notValues"].texts())
    guard !values.isEmpty || !notValues.isEmpty else {
      throw field.refused("must have values or notValues")
    }
  }
}
