import Evidence
import YAMLText

/// What makes two objects the same one for an API server.
struct Identity: Hashable, Sendable {
  /// Empty for known kinds: extensions and networking.k8s.io share their Ingresses.
  var group: String
  var kind: String
  var name: ObjectName
}

/// Where an object was first seen and where it is kept.
struct Registration: Sendable {
  var place: Place
  /// `Metadata.index` of its first appearance.
  var index: Int
  /// Its position in the list of its kind.
  var position: Int
}

extension Importer {
  /// Reads an object of a known kind and puts it into the cluster unless it has a mistake.
  mutating func read(
    _ kind: KnownKind, _ head: Head, _ body: Node, _ file: String, _ index: Int
  ) {
    var fields = FieldReader(body, file: file)
    fields.showsValues = kind != .secret
    fields.accept("apiVersion", "kind", "status")
    var metadata = fields.metadata(
      named: kind.nameRule, isNamespaced: kind.isNamespaced, index: index)
    let identity = Identity(group: "", kind: head.kind, name: metadata.objectName)
    let earlier = age(&metadata, as: identity)
    let object = fields.object(kind, head.apiVersion, metadata)
    guard admit(&fields, identity) else { return }
    note(earlier, before: metadata, identity)
    let position = cluster.put(object, over: earlier?.position)
    register[identity] = Registration(
      place: metadata.place, index: metadata.index, position: position)
  }

  /// Keeps an object of another kind as it is written.
  mutating func keep(_ head: Head, _ body: Node, _ file: String, _ index: Int) {
    var fields = FieldReader(body, file: file)
    fields.ignoreOthers()
    var metadata = fields.metadata(
      named: .subdomain, isNamespaced: head.kind != "GatewayClass", index: index)
    let identity = Identity(
      group: head.apiVersion.group, kind: head.kind, name: metadata.objectName)
    let earlier = age(&metadata, as: identity)
    guard admit(&fields, identity) else { return }
    note(earlier, before: metadata, identity)
    let object = Object(
      group: head.apiVersion.group, version: head.apiVersion.version, kind: head.kind,
      metadata: metadata, body: body, file: file)
    let position = cluster.others.put(object, over: earlier?.position)
    register[identity] = Registration(
      place: metadata.place, index: metadata.index, position: position)
  }

  /// Reads how an object starts the controller.
  mutating func read(_ kind: WorkloadKind, _ body: Node, _ file: String, _ index: Int) {
    var fields = FieldReader(body, file: file)
    fields.ignoreOthers()
    var metadata = fields.metadata(named: .subdomain, isNamespaced: true, index: index)
    let identity = Identity(group: "apps", kind: kind.rawValue, name: metadata.objectName)
    let earlier = age(&metadata, as: identity)
    let workload = fields.controllerWorkload(kind, metadata)
    guard admit(&fields, identity) else { return }
    note(earlier, before: metadata, identity)
    let position = cluster.controllers.put(workload, over: earlier?.position)
    register[identity] = Registration(
      place: metadata.place, index: metadata.index, position: position)
  }

  /// Gives an object that was seen before the age of its first appearance, as a cluster does.
  private func age(_ metadata: inout Metadata, as identity: Identity) -> Registration? {
    guard let earlier = register[identity] else { return nil }
    metadata.index = earlier.index
    return earlier
  }

  /// Takes over the findings; false when one of them leaves the object out.
  private mutating func admit(_ fields: inout FieldReader, _ identity: Identity) -> Bool {
    let isNamed = !identity.name.name.isEmpty
    let findings = fields.finish(about: isNamed ? identity.reference : nil)
    cluster.findings += findings
    return !findings.contains { $0.severity == .error }
  }

  private mutating func note(
    _ earlier: Registration?, before metadata: Metadata, _ identity: Identity
  ) {
    guard let earlier else { return }
    cluster.findings.append(
      Finding(
        .duplicateObject, of: identity.reference, at: metadata.place,
        message: "It stands at \(earlier.place) too; this one counts."))
  }
}

extension Identity {
  var reference: ObjectReference {
    ObjectReference(kind: kind, namespace: name.namespace, name: name.name)
  }
}
