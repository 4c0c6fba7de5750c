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
