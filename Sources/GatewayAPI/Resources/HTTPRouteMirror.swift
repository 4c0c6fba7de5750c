import YAMLText

extension HTTPRoute {
  /// The filter that sends a copy of requests to another backend.
  package struct RequestMirror: Hashable, Sendable {
    package var backend: BackendReference
    package var percent: Int?
    package var fraction: Fraction?

    package init(backend: BackendReference, percent: Int? = nil, fraction: Fraction? = nil) {
      self.backend = backend
      self.percent = percent
      self.fraction = fraction
    }
  }

  /// A part of requests: `fraction` of a mirror.
  package struct Fraction: Hashable, Sendable {
    package var numerator: Int
    /// Nil where it is left out, which means 100.
    package var denominator: Int?

    package init(numerator: Int, denominator: Int? = nil) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }
}

extension HTTPRoute.RequestMirror {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      backend: try BackendReference(decoding: field["backendRef"]),
      percent: try field["percent"].integer(),
      fraction: try field["fraction"].optional(HTTPRoute.Fraction.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("backendRef", backend.node)
    fields.put("percent", percent)
    fields.put("fraction", fraction?.node)
    return fields.node
  }
}

extension HTTPRoute.Fraction {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      numerator: try field["numerator"].requiredInteger(),
      denominator: try field["denominator"].integer())
  }

  var node: Node {
    var fields = Fields()
    fields.put("numerator", numerator)
    fields.put("denominator", denominator)
    return fields.node
  }
}
