package import Kubernetes
package import YAMLText

/// A DestinationRule (networking.istio.io/v1): how connections to one host are made.
package struct DestinationRule: Manifest {
  package static let apiVersion = "networking.istio.io/v1"
  package static let kind = "DestinationRule"

  package var metadata: Metadata
  package var host: String
  /// Empty for every namespace; `.` for the rule's own.
  package var exportTo: [String]
  package var trafficPolicy: TrafficPolicy?
  /// Fields of `spec` that have no property here, as written.
  package var others: [Entry]
  package var comments: [String]

  package init(
    metadata: Metadata, host: String, exportTo: [String] = [],
    trafficPolicy: TrafficPolicy? = nil, others: [Entry] = [], comments: [String] = []
  ) {
    self.metadata = metadata
    self.host = host
    self.exportTo = exportTo
    self.trafficPolicy = trafficPolicy
    self.others = others
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata, host: try spec["host"].requiredText(),
      exportTo: try spec["exportTo"].texts(),
      trafficPolicy: try spec["trafficPolicy"].optional(TrafficPolicy.init(decoding:)),
      others: spec.entries(except: ["host", "exportTo", "trafficPolicy"]))
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("host", host)
    fields.put("exportTo", exportTo)
    fields.put("trafficPolicy", trafficPolicy?.node)
    fields.put(others)
    return fields.node
  }
}
