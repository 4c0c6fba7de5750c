package import Kubernetes
package import YAMLText

/// Written as v1beta1, the version that every Gateway API bundle serves and Istio 1.30 watches.
extension ReferenceGrant: Manifest {
  package static var apiVersion: String { "gateway.networking.k8s.io/v1beta1" }
  package static var kind: String { "ReferenceGrant" }
  package var comments: [String] { [] }

  package var spec: Node {
    var fields = Fields()
    fields.put("from", from.map(\.node))
    fields.put("to", to.map(\.node))
    return fields.node
  }
}

extension ReferenceGrant.From {
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("group", group)
    fields.put("kind", kind)
    fields.put("namespace", namespace)
    return fields.node
  }
}

extension ReferenceGrant.To {
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("group", group)
    fields.put("kind", kind)
    fields.put("name", name)
    return fields.node
  }
}
