import YAMLText

extension Gateway {
  /// `infrastructure`: what is said of the Deployment and Service behind a Gateway.
  package struct Infrastructure: Hashable, Sendable {
    package var labels: [Pair]
    package var annotations: [Pair]
    package var parametersRef: ObjectPointer?

    package init(
      labels: [Pair] = [], annotations: [Pair] = [], parametersRef: ObjectPointer? = nil
    ) {
      self.labels = labels
      self.annotations = annotations
      self.parametersRef = parametersRef
    }
  }

  /// One entry of `addresses`.
  package struct Address: Hashable, Sendable {
    /// `IPAddress` unless written.
    package var type: String?
    package var value: String?

    package init(type: String? = nil, value: String? = nil) {
      self.type = type
      self.value = value
    }
  }
}

extension Gateway.Infrastructure {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      labels: try field["labels"].pairs(), annotations: try field["annotations"].pairs(),
      parametersRef: try field["parametersRef"].optional(ObjectPointer.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("labels", labels)
    fields.put("annotations", annotations)
    fields.put("parametersRef", parametersRef?.node)
    return fields.node
  }
}

extension Gateway.Address {
  init(decoding field: Field) throws(Refusal) {
    self.init(type: try field["type"].text(), value: try field["value"].text())
  }

  var node: Node {
    var fields = Fields()
    fields.put("type", type)
    fields.put("value", value)
    return fields.node
  }
}
