import YAMLText

extension Gateway {
  /// `tls` of a listener.
  package struct ListenerTLS: Hashable, Sendable {
    /// Where TLS ends.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
      case terminate = "Terminate"
      case passthrough = "Passthrough"
    }

    /// Nil where it is left out, which means Terminate.
    package var mode: Mode?
    package var certificateRefs: [ObjectPointer]
    package var options: [Pair]

    package init(
      mode: Mode? = nil, certificateRefs: [ObjectPointer] = [], options: [Pair] = []
    ) {
      self.mode = mode
      self.certificateRefs = certificateRefs
      self.options = options
    }
  }
}

extension Gateway.ListenerTLS {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      mode: try field["mode"].word(Mode.self),
      certificateRefs: try field["certificateRefs"].items(ObjectPointer.init(decoding:)),
      options: try field["options"].pairs())
  }

  var node: Node {
    var fields = Fields()
    fields.put("mode", mode?.rawValue)
    fields.put("certificateRefs", certificateRefs.map(\.node))
    fields.put("options", options)
    return fields.node
  }
}
