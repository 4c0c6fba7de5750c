package import YAMLText

extension HTTPRoute {
  /// One entry of `filters`, of a rule or a backend.
  package enum Filter: Hashable, Sendable {
    case requestHeaderModifier(HeaderModifier)
    case responseHeaderModifier(HeaderModifier)
    case requestRedirect(RequestRedirect)
    case urlRewrite(URLRewrite)
    case requestMirror(RequestMirror)
    case cors(CORS)
    case extensionRef(ObjectPointer)
    /// A filter of another type, whole as written.
    case other(type: String, Node)

    /// The word in `type`.
    package var type: String {
      switch self {
      case .requestHeaderModifier: "RequestHeaderModifier"
      case .responseHeaderModifier: "ResponseHeaderModifier"
      case .requestRedirect: "RequestRedirect"
      case .urlRewrite: "URLRewrite"
      case .requestMirror: "RequestMirror"
      case .cors: "CORS"
      case .extensionRef: "ExtensionRef"
      case .other(let type, _): type
      }
    }
  }
}

extension HTTPRoute.Filter {
  init(decoding field: Field) throws(Refusal) {
    let type = try field["type"].requiredText()
    switch type {
    case "RequestHeaderModifier":
      self = .requestHeaderModifier(
        try HTTPRoute.HeaderModifier(decoding: try Self.part(of: field, "requestHeaderModifier")))
    case "ResponseHeaderModifier":
      self = .responseHeaderModifier(
        try HTTPRoute.HeaderModifier(decoding: try Self.part(of: field, "responseHeaderModifier")))
    case "RequestRedirect":
      self = .requestRedirect(
        try HTTPRoute.RequestRedirect(decoding: try Self.part(of: field, "requestRedirect")))
    case "URLRewrite":
      self = .urlRewrite(try HTTPRoute.URLRewrite(decoding: try Self.part(of: field, "urlRewrite")))
    case "RequestMirror":
      self = .requestMirror(
        try HTTPRoute.RequestMirror(decoding: try Self.part(of: field, "requestMirror")))
    case "CORS": self = .cors(try HTTPRoute.CORS(decoding: try Self.part(of: field, "cors")))
    case "ExtensionRef":
      self = .extensionRef(try ObjectPointer(decoding: try Self.part(of: field, "extensionRef")))
    default: self = .other(type: type, field.node ?? .mapping([]))
    }
  }

  /// The field that belongs to the type, which has to be there.
  private static func part(of field: Field, _ key: String) throws(Refusal) -> Field {
    guard field[key].isWritten else { throw field[key].refused("must be specified for this type") }
    return field[key]
  }

  var node: Node {
    switch self {
    case .requestHeaderModifier(let part): typed("requestHeaderModifier", part.node)
    case .responseHeaderModifier(let part): typed("responseHeaderModifier", part.node)
    case .requestRedirect(let part): typed("requestRedirect", part.node)
    case .urlRewrite(let part): typed("urlRewrite", part.node)
    case .requestMirror(let part): typed("requestMirror", part.node)
    case .cors(let part): typed("cors", part.node)
    case .extensionRef(let part): typed("extensionRef", part.node)
    case .other(_, let node): node
    }
  }

  private func typed(_ key: String, _ part: Node) -> Node {
    .mapping([Entry("type", .string(type)), Entry(key, part)])
  }
}
