/// Names one Kubernetes object: kind, namespace and name.
public struct ObjectReference: Hashable, Sendable {
  /// The kind as written in manifests, for example `Ingress`.
  public var kind: String
  /// The namespace; empty for cluster-scoped objects.
  public var namespace: String
  /// The object's name.
  public var name: String

  /// Names an object.
  public init(kind: String, namespace: String, name: String) {
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }
}

extension ObjectReference: Comparable {
  /// Orders by namespace, then name, then kind.
  public static func < (left: ObjectReference, right: ObjectReference) -> Bool {
    (left.namespace, left.name, left.kind) < (right.namespace, right.name, right.kind)
  }
}

extension ObjectReference: CustomStringConvertible {
  /// The reference as kubectl users write it, for example `Ingress shop/web`.
  public var description: String {
    namespace.isEmpty ? "\(kind) \(name)" : "\(kind) \(namespace)/\(name)"
  }
}
