package import Kubernetes
package import YAMLText

/// A Gateway (gateway.networking.k8s.io/v1).
package struct Gateway: Manifest {
  package static let apiVersion = "gateway.networking.k8s.io/v1"
  package static let kind = "Gateway"

  package var metadata: Metadata
  package var className: String
  /// `infrastructure`: labels and annotations for what is deployed.
  package var infrastructure: Infrastructure?
  package var addresses: [Address]
  package var listeners: [Listener]
  /// Which namespaces may bring ListenerSets; nil for none.
  package var allowedListeners: AllowedNamespaces?
  /// `tls` of the whole Gateway, as written.
  package var tls: Node?
  package var comments: [String]

  package init(
    metadata: Metadata, className: String, infrastructure: Infrastructure? = nil,
    addresses: [Address] = [], listeners: [Listener], allowedListeners: AllowedNamespaces? = nil,
    tls: Node? = nil, comments: [String] = []
  ) {
    self.metadata = metadata
    self.className = className
    self.infrastructure = infrastructure
    self.addresses = addresses
    self.listeners = listeners
    self.allowedListeners = allowedListeners
    self.tls = tls
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata, className: try spec["gatewayClassName"].requiredText(),
      infrastructure: try spec["infrastructure"].optional(Infrastructure.init(decoding:)),
      addresses: try spec["addresses"].items(Address.init(decoding:)),
      listeners: try spec["listeners"].items(Listener.init(decoding:)),
      allowedListeners: try spec["allowedListeners"]["namespaces"]
        .optional(AllowedNamespaces.init(decoding:)),
      tls: spec["tls"].node)
  }

  /// Whether `tls.frontend` asks clients of a port for certificates: its entry of `perPort` decides,
  /// else the default.
  package func validatesClients(onPort port: Int) -> Bool {
    clientValidation(onPort: port) != nil
  }

  /// The first authority that clients of a port have to be signed by; Istio looks at no other.
  package func clientAuthority(onPort port: Int) -> ObjectPointer? {
    let references = Field(clientValidation(onPort: port)?["caCertificateRefs"], path: "spec.tls")
    return try? references.items(ObjectPointer.init(decoding:)).first
  }

  /// The `validation` of `tls.frontend` that counts for a port.
  package func clientValidation(onPort port: Int) -> Node? {
    guard let frontend = tls?["frontend"] else { return nil }
    if case .sequence(let ports)? = frontend["perPort"]?.content,
      let own = ports.first(where: { $0["port"] == .integer(port) })
    {
      return own["tls"]?["validation"]
    }
    return frontend["default"]?["validation"]
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("gatewayClassName", className)
    fields.put("infrastructure", infrastructure?.node)
    fields.put("addresses", addresses.map(\.node))
    fields.put("listeners", listeners.map(\.node))
    if let allowedListeners {
      fields.put("allowedListeners", .mapping([Entry("namespaces", allowedListeners.node)]))
    }
    fields.put("tls", tls)
    return fields.node
  }
}
