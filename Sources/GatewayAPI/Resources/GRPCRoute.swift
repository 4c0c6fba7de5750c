package import Kubernetes
package import YAMLText

/// A GRPCRoute (gateway.networking.k8s.io/v1).
package struct GRPCRoute: Manifest {
  package static let apiVersion = "gateway.networking.k8s.io/v1"
  package static let kind = "GRPCRoute"

  package var metadata: Metadata
  package var parents: [ParentReference]
  /// Empty for every host of the listener.
  package var hostnames: [String]
  package var rules: [Rule]
  package var comments: [String]

  package init(
    metadata: Metadata, parents: [ParentReference], hostnames: [String] = [], rules: [Rule],
    comments: [String] = []
  ) {
    self.metadata = metadata
    self.parents = parents
    self.hostnames = hostnames
    self.rules = rules
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata,
      parents: try spec["parentRefs"].items(ParentReference.init(decoding:)),
      hostnames: try spec["hostnames"].texts(),
      rules: try spec["rules"].items(Rule.init(decoding:)))
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("parentRefs", parents.map(\.node))
    fields.put("hostnames", hostnames)
    fields.put("rules", rules.map(\.node))
    return fields.node
  }
}
