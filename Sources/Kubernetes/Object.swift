package import Evidence
package import YAMLText

/// Namespace and name of an object.
package struct ObjectName: Hashable, Sendable {
  package var namespace: String
  package var name: String

  package init(_ namespace: String, _ name: String) {
    self.namespace = namespace
    self.name = name
  }
}

extension ObjectName: Comparable, CustomStringConvertible {
  package static func < (left: ObjectName, right: ObjectName) -> Bool {
    (left.namespace, left.name) < (right.namespace, right.name)
  }

  package var description: String { "\(namespace)/\(name)" }
}

/// One object as written: its identity, where it stands, and its tree.
package struct Object: Sendable {
  /// The group of `apiVersion`; empty for the core group.
  package var group: String
  /// The version of `apiVersion`, for example `v1`.
  package var version: String
  package var kind: String
  package var metadata: Metadata
  /// The whole object.
  package var body: Node
  package var file: String

  package init(
    group: String, version: String, kind: String, metadata: Metadata, body: Node, file: String
  ) {
    self.group = group
    self.version = version
    self.kind = kind
    self.metadata = metadata
    self.body = body
    self.file = file
  }

  package var reference: ObjectReference {
    ObjectReference(kind: kind, namespace: metadata.namespace, name: metadata.name)
  }
  package var place: Place { body.mark.place(in: file) }
}

/// What `metadata` says of an object.
package struct Metadata: Sendable {
  package var name: String
  /// The namespace; `default` where a namespaced object names none, empty for cluster-scoped kinds.
  package var namespace: String
  package var labels: [String: String]
  package var annotations: [Annotation]
  /// `creationTimestamp` in seconds since 1970; nil where missing.
  package var created: Int?
  /// The position of the object in the whole input, counted from 0; stands for age where
  /// `created` is missing.
  package var index: Int
  package var place: Place

  package init(
    name: String, namespace: String, labels: [String: String] = [:],
    annotations: [Annotation] = [], created: Int? = nil, index: Int = 0,
    place: Place = Place(file: "")
  ) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
    self.annotations = annotations
    self.created = created
    self.index = index
    self.place = place
  }

  package var objectName: ObjectName { ObjectName(namespace, name) }
}

/// One annotation with the place of its key.
package struct Annotation: Hashable, Sendable {
  package var key: String
  package var value: String
  package var place: Place

  package init(key: String, value: String, place: Place = Place(file: "")) {
    self.key = key
    self.value = value
    self.place = place
  }
}
