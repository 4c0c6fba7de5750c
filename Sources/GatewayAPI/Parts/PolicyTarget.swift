/// What a policy of Istio applies to: `targetRefs` or `selector`.
package struct PolicyTarget: Hashable, Sendable {
  /// One entry of `targetRefs`.
  package struct Reference: Hashable, Sendable {
    package var group: String
    package var kind: String
    package var name: String

    package init(group: String = "gateway.networking.k8s.io", kind: String, name: String) {
      self.group = group
      self.kind = kind
      self.name = name
    }
  }

  /// Empty where the selector counts.
  package var references: [Reference]
  /// `matchLabels`; empty for every workload of the namespace.
  package var labels: [Pair]

  package init(references: [Reference] = [], labels: [Pair] = []) {
    self.references = references
    self.labels = labels
  }
}

extension PolicyTarget {
  /// Reads `targetRefs` or `targetRef`, and the selector under its name.
  init(decoding spec: Field, selector: String) throws(Refusal) {
    let single = try spec["targetRef"].optional(Reference.init(decoding:))
    let several = try spec["targetRefs"].items(Reference.init(decoding:))
    references = several + (single.map { [$0] } ?? [])
    let labels = selector == "selector" ? spec["selector"]["matchLabels"] : spec[selector]["labels"]
    self.labels = try labels.pairs()
    guard references.isEmpty || !spec[selector].isWritten else {
      throw spec[selector].refused("must not be set together with targetRefs")
    }
  }
}

extension PolicyTarget.Reference {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      group: try field["group"].text() ?? "", kind: try field["kind"].requiredText(),
      name: try field["name"].requiredText())
  }
}
