package import Kubernetes
package import YAMLText

/// Istio's MeshConfig: what of it decides about answers.
package struct MeshConfig: Sendable {
  /// The services that may decide about requests, `extensionProviders`, by name.
  package var providers: [String: AuthorizationProvider] = [:]
  /// `defaultConfig.gatewayTopology`.
  package var topology = Topology()

  package init() {}

  /// Reads the entry `mesh` of the ConfigMap that Istio reads.
  package init(_ configMap: ConfigMap) throws(Refusal) {
    let entry = configMap.data.first { $0.key == "mesh" }
    guard let entry else {
      self.init()
      return
    }
    try self.init(Self.tree(entry.value, "data.mesh"), path: "data.mesh")
  }

  /// Reads a text that holds MeshConfig itself, or under the key `meshConfig`, as Istio's values do.
  package init(text: String) throws(Refusal) {
    let root = try Self.tree(text, "meshConfig")
    try self.init(root?["meshConfig"] ?? root, path: "meshConfig")
  }

  /// Reads MeshConfig from its tree.
  package init(_ tree: Node?, path: String = "meshConfig") throws(Refusal) {
    let root = Field(tree, path: path)
    let providers = try root["extensionProviders"].items(AuthorizationProvider.init(decoding:))
    for provider in providers { self.providers[provider.name] = provider }
    topology = try Topology(root["defaultConfig"])
  }

  /// Adds what another part of the same MeshConfig says; that counts where both say something.
  package mutating func add(_ other: MeshConfig) {
    providers.merge(other.providers) { $1 }
    topology = topology.with(other.topology)
  }

  static func tree(_ text: String, _ path: String) throws(Refusal) -> Node? {
    var root: Node?
    var isBroken = false
    parse(Array(text.utf8), file: path) { result in
      switch result {
      case .success(let document): root = document.root
      case .failure: isBroken = true
      }
    }
    guard !isBroken else { throw Refusal(field: path, message: "must be YAML") }
    return root
  }
}
