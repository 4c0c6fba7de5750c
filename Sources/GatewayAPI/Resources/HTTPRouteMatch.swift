import YAMLText

extension HTTPRoute {
  /// One entry of `matches`: all of it has to fit.
  package struct Match: Hashable, Sendable {
    /// Nil for every path.
    package var path: Path?
    package var headers: [Value]
    package var queryParams: [Value]
    package var method: String?
    package var comments: [String]

    package init(
      path: Path? = nil, headers: [Value] = [], queryParams: [Value] = [], method: String? = nil,
      comments: [String] = []
    ) {
      self.path = path
      self.headers = headers
      self.queryParams = queryParams
      self.method = method
      self.comments = comments
    }
  }

  /// `path` of a match.
  package struct Path: Hashable, Sendable {
    /// How a path is compared.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case exact = "Exact"
      case pathPrefix = "PathPrefix"
      case regularExpression = "RegularExpression"
    }

    package var type: Kind
    package var value: String

    package init(_ type: Kind = .pathPrefix, _ value: String = "/") {
      self.type = type
      self.value = value
    }
  }

  /// A header or query parameter of a match.
  package struct Value: Hashable, Sendable {
    /// How a value is compared.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case exact = "Exact"
      case regularExpression = "RegularExpression"
    }

    package var type: Kind
    package var name: String
    package var value: String

    package init(_ type: Kind = .exact, name: String, value: String) {
      self.type = type
      self.name = name
      self.value = value
    }
  }
}

extension HTTPRoute.Match {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      path: try field["path"].optional(HTTPRoute.Path.init(decoding:)),
      headers: try field["headers"].items(HTTPRoute.Value.init(decoding:)),
      queryParams: try field["queryParams"].items(HTTPRoute.Value.init(decoding:)),
      method: try field["method"].text())
  }

  var node: Node {
    var fields = Fields()
    fields.put("path", path?.node)
    fields.put("headers", headers.map(\.node))
    fields.put("queryParams", queryParams.map(\.node))
    fields.put("method", method)
    return fields.node.commented(comments)
  }
}

extension HTTPRoute.Path {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      try field["type"].word(Kind.self) ?? .pathPrefix, try field["value"].text() ?? "/")
  }

  var node: Node {
    .mapping([Entry("type", .string(type.rawValue)), Entry("value", .string(value))])
  }
}

extension HTTPRoute.Value {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      try field["type"].word(Kind.self) ?? .exact, name: try field["name"].requiredText(),
      value: try field["value"].requiredText())
  }

  var node: Node {
    var fields = Fields()
    fields.put("type", type == .exact ? nil : type.rawValue)
    fields.put("name", name)
    fields.put("value", value)
    return fields.node
  }
}
