import YAMLText

extension HTTPRoute {
  /// The filter that answers CORS preflights and puts CORS headers on answers.
  package struct CORS: Hashable, Sendable {
    package var allowOrigins: [String]
    package var allowCredentials: Bool?
    package var allowMethods: [String]
    package var allowHeaders: [String]
    package var exposeHeaders: [String]
    /// In seconds; nil where it is left out, which means 5.
    package var maxAge: Int?

    package init(
      allowOrigins: [String] = [], allowCredentials: Bool? = nil, allowMethods: [String] = [],
      allowHeaders: [String] = [], exposeHeaders: [String] = [], maxAge: Int? = nil
    ) {
      self.allowOrigins = allowOrigins
      self.allowCredentials = allowCredentials
      self.allowMethods = allowMethods
      self.allowHeaders = allowHeaders
      self.exposeHeaders = exposeHeaders
      self.maxAge = maxAge
    }
  }
}

extension HTTPRoute.CORS {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      allowOrigins: try field["allowOrigins"].texts(),
      allowCredentials: try field["allowCredentials"].flag(),
      allowMethods: try field["allowMethods"].texts(),
      allowHeaders: try field["allowHeaders"].texts(),
      exposeHeaders: try field["exposeHeaders"].texts(), maxAge: try field["maxAge"].integer())
  }

  var node: Node {
    var fields = Fields()
    fields.put("allowOrigins", allowOrigins)
    fields.put("allowCredentials", allowCredentials)
    fields.put("allowMethods", allowMethods)
    fields.put("allowHeaders", allowHeaders)
    fields.put("exposeHeaders", exposeHeaders)
    fields.put("maxAge", maxAge)
    return fields.node
  }
}
