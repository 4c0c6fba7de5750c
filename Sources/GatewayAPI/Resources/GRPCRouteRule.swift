package import YAMLText

extension GRPCRoute {
  /// One entry of `rules`.
  package struct Rule: Hashable, Sendable {
    package var name: String?
    /// Any of these; empty matches every request.
    package var matches: [Match]
    package var filters: [HTTPRoute.Filter]
    package var backends: [HTTPRoute.Backend]
    package var comments: [String]
    /// Where the rule stands in its file, as far as it was read from one.
    package var mark = Mark()

    package init(
      name: String? = nil, matches: [Match] = [], filters: [HTTPRoute.Filter] = [],
      backends: [HTTPRoute.Backend] = [], comments: [String] = []
    ) {
      self.name = name
      self.matches = matches
      self.filters = filters
      self.backends = backends
      self.comments = comments
    }
  }

  /// One entry of `matches`: all of it has to fit.
  package struct Match: Hashable, Sendable {
    package var method: Method?
    package var headers: [HTTPRoute.Value]

    package init(method: Method? = nil, headers: [HTTPRoute.Value] = []) {
      self.method = method
      self.headers = headers
    }
  }

  /// `method` of a match: a gRPC service, method, or both.
  package struct Method: Hashable, Sendable {
    package var type: HTTPRoute.Value.Kind
    package var service: String?
    package var method: String?

    package init(
      _ type: HTTPRoute.Value.Kind = .exact, service: String? = nil, method: String? = nil
    ) {
      self.type = type
      self.service = service
      self.method = method
    }
  }
}

extension GRPCRoute.Rule {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      name: try field["name"].text(),
      matches: try field["matches"].items(GRPCRoute.Match.init(decoding:)),
      filters: try field["filters"].items(HTTPRoute.Filter.init(decoding:)),
      backends: try field["backendRefs"].items(HTTPRoute.Backend.init(decoding:)))
    mark = field.node?.mark ?? Mark()
  }

  var node: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("matches", matches.map(\.node))
    fields.put("filters", filters.map(\.node))
    fields.put("backendRefs", backends.map(\.node))
    return fields.node.commented(comments)
  }
}

extension GRPCRoute.Match {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      method: try field["method"].optional(GRPCRoute.Method.init(decoding:)),
      headers: try field["headers"].items(HTTPRoute.Value.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("method", method?.node)
    fields.put("headers", headers.map(\.node))
    return fields.node
  }
}

extension GRPCRoute.Method {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      try field["type"].word(HTTPRoute.Value.Kind.self) ?? .exact,
      service: try field["service"].text(), method: try field["method"].text())
  }

  var node: Node {
    var fields = Fields()
    fields.put("type", type == .exact ? nil : type.rawValue)
    fields.put("service", service)
    fields.put("method", method)
    return fields.node
  }
}
