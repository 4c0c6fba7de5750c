package import Kubernetes
package import YAMLText

/// A ServiceEntry (networking.istio.io/v1): hosts that are made known to the mesh.
package struct ServiceEntry: Manifest {
  package static let apiVersion = "networking.istio.io/v1"
  package static let kind = "ServiceEntry"

  /// One entry of `ports`.
  package struct Port: Hashable, Sendable {
    package var number: Int
    package var name: String
    package var protocolName: String

    package init(number: Int, name: String, protocolName: String) {
      self.number = number
      self.name = name
      self.protocolName = protocolName
    }
  }

  package var metadata: Metadata
  package var hosts: [String]
  package var ports: [Port]
  /// `location`, for example `MESH_EXTERNAL`.
  package var location: String?
  /// `resolution`, for example `DNS`.
  package var resolution: String?
  /// Fields of `spec` that have no property here, as written.
  package var others: [Entry]
  package var comments: [String]

  package init(
    metadata: Metadata, hosts: [String], ports: [Port], location: String? = nil,
    resolution: String? = nil, others: [Entry] = [], comments: [String] = []
  ) {
    self.metadata = metadata
    self.hosts = hosts
    self.ports = ports
    self.location = location
    self.resolution = resolution
    self.others = others
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata, hosts: try spec["hosts"].texts(),
      ports: try spec["ports"].items(Port.init(decoding:)),
      location: try spec["location"].text(), resolution: try spec["resolution"].text(),
      others: spec.entries(except: ["hosts", "ports", "location", "resolution"]))
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("hosts", hosts)
    fields.put("location", location)
    fields.put("ports", ports.map(\.node))
    fields.put("resolution", resolution)
    fields.put(others)
    return fields.node
  }
}

extension ServiceEntry.Port {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      number: try field["number"].requiredInteger(), name: try field["name"].text() ?? "",
      protocolName: try field["protocol"].text() ?? "")
  }

  var node: Node {
    var fields = Fields()
    fields.put("number", number)
    fields.put("name", name.isEmpty ? nil : name)
    fields.put("protocol", protocolName.isEmpty ? nil : protocolName)
    return fields.node
  }
}
