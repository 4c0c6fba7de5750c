/// What a term of an AuthorizationPolicy looks at.
package enum AuthorizationAttribute: Hashable, Sendable {
  case ipBlock
  case remoteIPBlock
  /// The client's identity in the mesh: principal, namespace or service account.
  case identity(String)
  /// A claim of the client's token.
  case token(String)
  case host
  case port
  case method
  case path
  case header(String)
  case destinationIP
  case serverName
  /// `experimental.envoy.filters.…`.
  case metadata(String)
}

extension AuthorizationAttribute {
  /// The fields of `source`.
  static let sources: [(name: String, attribute: AuthorizationAttribute)] = [
    ("principals", .identity("principal")), ("namespaces", .identity("namespace")),
    ("serviceAccounts", .identity("service account")),
    ("requestPrincipals", .token("principal")), ("ipBlocks", .ipBlock),
    ("remoteIpBlocks", .remoteIPBlock),
  ]

  /// The fields of `operation`.
  static let operations: [(name: String, attribute: AuthorizationAttribute)] = [
    ("hosts", .host), ("ports", .port), ("methods", .method), ("paths", .path),
  ]

  /// The keys of `when`.
  init?(condition key: String) {
    switch key {
    case "source.ip": self = .ipBlock
    case "remote.ip": self = .remoteIPBlock
    case "source.principal": self = .identity("principal")
    case "source.namespace": self = .identity("namespace")
    case "source.serviceAccount": self = .identity("service account")
    case "destination.ip": self = .destinationIP
    case "destination.port": self = .port
    case "connection.sni": self = .serverName
    case _ where key.hasPrefix("request.auth."):
      self = .token(String(key.dropFirst("request.auth.".count)))
    case _ where key.hasPrefix("request.headers[") && key.hasSuffix("]"):
      self = .header(String(key.dropFirst("request.headers[".count).dropLast()))
    case _ where key.hasPrefix("experimental.envoy.filters."): self = .metadata(key)
    case _: return nil
    }
  }
}

extension AuthorizationAttribute {
  /// The field of `source` or `operation` that says it; nil where only a condition can.
  var fieldName: String? {
    (Self.sources + Self.operations).first { $0.attribute == self }?.name
  }

  /// The key of `when` that says it.
  var conditionKey: String {
    switch self {
    case .ipBlock: "source.ip"
    case .remoteIPBlock: "remote.ip"
    case .identity("namespace"): "source.namespace"
    case .identity("service account"): "source.serviceAccount"
    case .identity: "source.principal"
    case .token(let claim): "request.auth.\(claim)"
    case .host: "request.headers[:authority]"
    case .method: "request.headers[:method]"
    case .path: "request.headers[:path]"
    case .header(let name): "request.headers[\(name)]"
    case .port: "destination.port"
    case .destinationIP: "destination.ip"
    case .serverName: "connection.sni"
    case .metadata(let key): key
    }
  }
}
