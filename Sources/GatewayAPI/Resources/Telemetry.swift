package import Kubernetes
package import YAMLText

/// A Telemetry (telemetry.istio.io/v1), as far as it is about access logs.
package struct Telemetry: Manifest {
  package static let apiVersion = "telemetry.istio.io/v1"
  package static let kind = "Telemetry"

  /// One entry of `accessLogging`.
  package struct AccessLogging: Hashable, Sendable {
    /// The names of `providers`.
    package var providers: [String]
    /// `filter.expression`: the requests that get a line, in CEL.
    package var expression: String?
    package var isDisabled: Bool

    package init(providers: [String], expression: String? = nil, isDisabled: Bool = false) {
      self.providers = providers
      self.expression = expression
      self.isDisabled = isDisabled
    }
  }

  package var metadata: Metadata
  /// The Gateways of `targetRefs`.
  package var gateways: [String]
  package var accessLogging: [AccessLogging]
  package var comments: [String]

  package init(
    metadata: Metadata, gateways: [String], accessLogging: [AccessLogging], comments: [String] = []
  ) {
    self.metadata = metadata
    self.gateways = gateways
    self.accessLogging = accessLogging
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    self.init(
      metadata: object.metadata,
      gateways: try spec["targetRefs"].items { (item) throws(Refusal) in
        try item["name"].requiredText()
      }, accessLogging: try spec["accessLogging"].items(AccessLogging.init(decoding:)))
  }

  package var spec: Node {
    var fields = Fields()
    fields.put(
      "targetRefs",
      gateways.map { name in
        var target = Fields()
        target.put("group", "gateway.networking.k8s.io")
        target.put("kind", "Gateway")
        target.put("name", name)
        return target.node
      })
    fields.put("accessLogging", accessLogging.map(\.node))
    return fields.node
  }
}

extension Telemetry.AccessLogging {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      providers: try field["providers"].items { (item) throws(Refusal) in
        try item["name"].requiredText()
      }, expression: try field["filter"]["expression"].text(),
      isDisabled: try field["disabled"].flag() ?? false)
  }

  var node: Node {
    var filter = Fields()
    filter.put("expression", expression)
    var fields = Fields()
    fields.put("providers", providers.map { .mapping([Entry("name", .string($0))]) })
    fields.put("disabled", isDisabled ? true : nil)
    fields.put("filter", filter.nodeIfAny)
    return fields.node
  }
}
