import YAMLText

/// A Kubernetes label selector.
package struct LabelSelector: Hashable, Sendable {
  /// One entry of `matchExpressions`.
  package struct Expression: Hashable, Sendable {
    /// How the label is compared.
    package enum Operator: String, Hashable, Sendable, CaseIterable {
      case contained = "In"
      case notContained = "NotIn"
      case exists = "Exists"
      case doesNotExist = "DoesNotExist"
    }

    package var key: String
    package var comparison: Operator
    package var values: [String]

    package init(key: String, comparison: Operator, values: [String] = []) {
      self.key = key
      self.comparison = comparison
      self.values = values
    }
  }

  package var matchLabels: [Pair]
  package var matchExpressions: [Expression]

  package init(matchLabels: [Pair] = [], matchExpressions: [Expression] = []) {
    self.matchLabels = matchLabels
    self.matchExpressions = matchExpressions
  }
}

extension LabelSelector {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      matchLabels: try field["matchLabels"].pairs(),
      matchExpressions: try field["matchExpressions"].items(Expression.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("matchLabels", matchLabels)
    fields.put("matchExpressions", matchExpressions.map(\.node))
    return fields.node
  }
}

extension LabelSelector.Expression {
  init(decoding field: Field) throws(Refusal) {
    guard let comparison = try field["operator"].word(Operator.self) else {
      throw field["operator"].refused("is required")
    }
    self.init(
      key: try field["key"].requiredText(), comparison: comparison,
      values: try field["values"].texts())
  }

  var node: Node {
    var fields = Fields()
    fields.put("key", key)
    fields.put("operator", comparison.rawValue)
    fields.put("values", values)
    return fields.node
  }
}
