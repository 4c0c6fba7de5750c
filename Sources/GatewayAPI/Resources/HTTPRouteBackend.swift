import YAMLText

extension HTTPRoute {
  /// One entry of `backendRefs`, of an HTTPRoute, GRPCRoute or TLSRoute.
  package struct Backend: Hashable, Sendable {
    package var reference: BackendReference
    /// Nil where it is left out, which means 1.
    package var weight: Int?
    package var filters: [Filter]
    package var comments: [String]

    package init(
      _ reference: BackendReference, weight: Int? = nil, filters: [Filter] = [],
      comments: [String] = []
    ) {
      self.reference = reference
      self.weight = weight
      self.filters = filters
      self.comments = comments
    }
  }
}

extension HTTPRoute.Backend {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      try BackendReference(decoding: field), weight: try field["weight"].integer(),
      filters: try field["filters"].items(HTTPRoute.Filter.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    reference.put(into: &fields)
    fields.put("weight", weight)
    fields.put("filters", filters.map(\.node))
    return fields.node.commented(comments)
  }
}
