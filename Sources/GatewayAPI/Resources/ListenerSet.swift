package import Kubernetes
package import YAMLText

/// A ListenerSet (gateway.networking.k8s.io/v1): more listeners for a Gateway.
package struct ListenerSet: Manifest {
  package static let apiVersion = "gateway.networking.k8s.io/v1"
  package static let kind = "ListenerSet"

  package var metadata: Metadata
  /// The Gateway that gets the listeners.
  package var parent: ParentReference
  package var listeners: [Gateway.Listener]
  package var comments: [String]

  package init(
    metadata: Metadata, parent: ParentReference, listeners: [Gateway.Listener],
    comments: [String] = []
  ) {
    self.metadata = metadata
    self.parent = parent
    self.listeners = listeners
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata, parent: try ParentReference(decoding: spec["parentRef"]),
      listeners: try spec["listeners"].items(Gateway.Listener.init(decoding:)))
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("parentRef", parent.node)
    fields.put("listeners", listeners.map(\.node))
    return fields.node
  }
}
