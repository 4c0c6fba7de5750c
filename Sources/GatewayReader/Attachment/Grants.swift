import Kubernetes

/// Who may point across namespaces: the ReferenceGrants of a cluster.
struct Grants {
  /// The object that points.
  struct Pointer: Hashable {
    var kind: String
    var namespace: String
  }

  private let grants: [ReferenceGrant]

  init(_ grants: [ReferenceGrant]) { self.grants = grants }

  /// Whether an object may point at an object of the core group, here or in another namespace.
  func allow(_ pointer: Pointer, toCore kind: String, _ target: ObjectName) -> Bool {
    if pointer.namespace == target.namespace { return true }
    return grants.contains { grant in
      grant.metadata.namespace == target.namespace
        && grant.from.contains { $0.admits(pointer) }
        && grant.to.contains { $0.admits(kind, target.name) }
    }
  }
}

extension ReferenceGrant.From {
  fileprivate func admits(_ pointer: Grants.Pointer) -> Bool {
    group == "gateway.networking.k8s.io" && kind == pointer.kind && namespace == pointer.namespace
  }
}

extension ReferenceGrant.To {
  fileprivate func admits(_ kind: String, _ name: String) -> Bool {
    group.isEmpty && self.kind == kind && (self.name == nil || self.name == name)
  }
}
