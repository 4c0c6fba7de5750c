package import Evidence
package import Kubernetes
package import YAMLText

/// An object that can be written as a manifest.
package protocol Manifest: Sendable {
  /// The group and version to write, for example `gateway.networking.k8s.io/v1`.
  static var apiVersion: String { get }
  static var kind: String { get }
  var metadata: Metadata { get }
  /// Comment lines above the object.
  var comments: [String] { get }
  /// Everything but identity, in the order that people expect.
  var spec: Node { get }
  /// The whole object as text will show it.
  var body: Node { get }
}

extension Manifest {
  /// The whole object as text will show it.
  package var body: Node { body([Entry("spec", spec)]) }

  /// The identity and what follows it.
  func body(_ rest: [Entry]) -> Node {
    var fields = Fields()
    fields.put("apiVersion", Self.apiVersion)
    fields.put("kind", Self.kind)
    fields.put("metadata", metadata.node)
    fields.put(rest)
    return fields.node.commented(comments)
  }

  package var reference: ObjectReference {
    ObjectReference(kind: Self.kind, namespace: metadata.namespace, name: metadata.name)
  }
}

extension Metadata {
  /// Name, namespace, sorted labels, and annotations in the given order.
  fileprivate var node: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("namespace", namespace.isEmpty ? nil : namespace)
    fields.put("labels", labels.sorted { $0.key < $1.key }.map { Pair($0.key, $0.value) })
    fields.put("annotations", annotations.map { Pair($0.key, $0.value) })
    return fields.node
  }
}
