package import Evidence
package import Kubernetes
import YAMLText

/// A BackendTLSPolicy (gateway.networking.k8s.io/v1): how Services are reached over TLS.
package struct BackendTLSPolicy: Sendable {
  /// One entry of `targetRefs`.
  package struct Target: Hashable, Sendable {
    package var group: String
    package var kind: String
    package var name: String
    /// The port's name; nil for every port.
    package var sectionName: String?
  }

  package var metadata: Metadata
  package var targets: [Target]
  /// `validation.hostname`: the TLS server name.
  package var hostname: String
  /// `validation.wellKnownCACertificates`; nil where it is left out.
  package var wellKnown: String?
  /// `validation.caCertificateRefs`.
  package var authorities: [ObjectPointer]
  /// `validation.subjectAltNames`: host names and URIs.
  package var names: [String]

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    let validation = spec["validation"]
    metadata = object.metadata
    targets = try spec["targetRefs"].items(Target.init(decoding:))
    hostname = try validation["hostname"].requiredText()
    wellKnown = try validation["wellKnownCACertificates"].text()
    authorities = try validation["caCertificateRefs"].items(ObjectPointer.init(decoding:))
    names = try validation["subjectAltNames"].items { (name) throws(Refusal) in
      if let hostname = try name["hostname"].text() { return hostname }
      return try name["uri"].requiredText()
    }
  }

  /// The policy as findings name it.
  package var reference: ObjectReference {
    ObjectReference(
      kind: "BackendTLSPolicy", namespace: metadata.namespace, name: metadata.name)
  }
}

extension BackendTLSPolicy.Target {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      group: try field["group"].text() ?? "", kind: try field["kind"].requiredText(),
      name: try field["name"].requiredText(), sectionName: try field["sectionName"].text())
  }
}
