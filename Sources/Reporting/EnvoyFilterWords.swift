import Gatewright

extension Explanation.EnvoyFilters {
  /// What the objects below are, one sentence.
  var lead: String {
    let does = recipes.map(\.meaning).joined(separator: ", ")
    if isExample { return "With --allow-envoy-filter an EnvoyFilter \(does). For an example:" }
    return manifests.isEmpty
      ? "With --allow-envoy-filter an EnvoyFilter \(does); these manifests ask for none."
      : "With --allow-envoy-filter these are written:"
  }

  /// What else there is to say of them, one sentence each.
  var notes: [String] { recipes.flatMap(\.limits) }

  /// The objects as one YAML stream; empty where there is none.
  var yaml: String { manifests.map { "---\n\($0.yaml)" }.joined() }
}
