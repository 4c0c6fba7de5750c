package import Kubernetes
package import YAMLText

/// A TLSRoute (gateway.networking.k8s.io/v1): server names whose TLS is passed on.
package struct TLSRoute: Manifest {
  package static let apiVersion = "gateway.networking.k8s.io/v1"
  package static let kind = "TLSRoute"

  package var metadata: Metadata
  package var parents: [ParentReference]
  package var hostnames: [String]
  /// The backends of the only rule.
  package var backends: [HTTPRoute.Backend]
  package var comments: [String]

  package init(
    metadata: Metadata, parents: [ParentReference], hostnames: [String],
    backends: [HTTPRoute.Backend], comments: [String] = []
  ) {
    self.metadata = metadata
    self.parents = parents
    self.hostnames = hostnames
    self.backends = backends
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    let rules = try spec["rules"].items { (rule) throws(Refusal) in
      try rule["backendRefs"].items(HTTPRoute.Backend.init(decoding:))
    }
    guard let backends = rules.first, rules.count == 1 else {
      throw spec["rules"].refused("must have exactly one item")
    }
    self.init(
      metadata: object.metadata,
      parents: try spec["parentRefs"].items(ParentReference.init(decoding:)),
      hostnames: try spec["hostnames"].texts(), backends: backends)
  }

  package var spec: Node {
    var rule = Fields()
    rule.put("backendRefs", backends.map(\.node))
    var fields = Fields()
    fields.put("parentRefs", parents.map(\.node))
    fields.put("hostnames", hostnames)
    fields.put("rules", [rule.node])
    return fields.node
  }
}
