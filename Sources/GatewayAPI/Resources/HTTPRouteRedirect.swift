import YAMLText

extension HTTPRoute {
  /// The filter that sends clients elsewhere.
  package struct RequestRedirect: Hashable, Sendable {
    package var scheme: String?
    package var hostname: String?
    package var path: PathModifier?
    package var port: Int?
    /// Nil where it is left out, which means 302.
    package var statusCode: Int?

    package init(
      scheme: String? = nil, hostname: String? = nil, path: PathModifier? = nil, port: Int? = nil,
      statusCode: Int? = nil
    ) {
      self.scheme = scheme
      self.hostname = hostname
      self.path = path
      self.port = port
      self.statusCode = statusCode
    }
  }

  /// The filter that changes host and path on the way to the backend.
  package struct URLRewrite: Hashable, Sendable {
    package var hostname: String?
    package var path: PathModifier?

    package init(hostname: String? = nil, path: PathModifier? = nil) {
      self.hostname = hostname
      self.path = path
    }
  }

  /// What a redirect or rewrite makes of the path.
  package enum PathModifier: Hashable, Sendable {
    case replaceFullPath(String)
    case replacePrefixMatch(String)
  }
}

extension HTTPRoute.RequestRedirect {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      scheme: try field["scheme"].text(), hostname: try field["hostname"].text(),
      path: try field["path"].optional(HTTPRoute.PathModifier.init(decoding:)),
      port: try field["port"].integer(), statusCode: try field["statusCode"].integer())
  }

  var node: Node {
    var fields = Fields()
    fields.put("scheme", scheme)
    fields.put("hostname", hostname)
    fields.put("path", path?.node)
    fields.put("port", port)
    fields.put("statusCode", statusCode)
    return fields.node
  }
}

extension HTTPRoute.URLRewrite {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      hostname: try field["hostname"].text(),
      path: try field["path"].optional(HTTPRoute.PathModifier.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("hostname", hostname)
    fields.put("path", path?.node)
    return fields.node
  }
}

extension HTTPRoute.PathModifier {
  init(decoding field: Field) throws(Refusal) {
    let type = try field["type"].requiredText()
    let full = try field["replaceFullPath"].text()
    let prefix = try field["replacePrefixMatch"].text()
    switch (type, full, prefix) {
    case ("ReplaceFullPath", let full?, nil): self = .replaceFullPath(full)
    case ("ReplacePrefixMatch", nil, let prefix?): self = .replacePrefixMatch(prefix)
    default: throw field.refused("must have exactly the field that belongs to its type")
    }
  }

  var node: Node {
    switch self {
    case .replaceFullPath(let path): typed("ReplaceFullPath", "replaceFullPath", path)
    case .replacePrefixMatch(let path): typed("ReplacePrefixMatch", "replacePrefixMatch", path)
    }
  }

  private func typed(_ type: String, _ key: String, _ path: String) -> Node {
    .mapping([Entry("type", .string(type)), Entry(key, .string(path))])
  }
}
