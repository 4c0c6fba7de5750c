import YAMLText

extension Gateway {
  /// One entry of `listeners`, of a Gateway or a ListenerSet.
  package struct Listener: Hashable, Sendable {
    package var name: String
    /// Nil for every host.
    package var hostname: String?
    package var port: Int
    package var protocolName: ProtocolName
    package var tls: ListenerTLS?
    /// Nil for routes of the listener's own namespace.
    package var allowedRoutes: AllowedRoutes?
    package var comments: [String]

    package init(
      name: String, hostname: String? = nil, port: Int, protocolName: ProtocolName,
      tls: ListenerTLS? = nil, allowedRoutes: AllowedRoutes? = nil, comments: [String] = []
    ) {
      self.name = name
      self.hostname = hostname
      self.port = port
      self.protocolName = protocolName
      self.tls = tls
      self.allowedRoutes = allowedRoutes
      self.comments = comments
    }
  }

  /// What a listener speaks: `protocol`.
  package enum ProtocolName: Hashable, Sendable {
    case http
    case https
    case tls
    case tcp
    case udp
    /// A word of an implementation, or a misspelt one.
    case other(String)

    package init(_ text: String) {
      switch text {
      case "HTTP": self = .http
      case "HTTPS": self = .https
      case "TLS": self = .tls
      case "TCP": self = .tcp
      case "UDP": self = .udp
      default: self = .other(text)
      }
    }

    package var text: String {
      switch self {
      case .http: "HTTP"
      case .https: "HTTPS"
      case .tls: "TLS"
      case .tcp: "TCP"
      case .udp: "UDP"
      case .other(let text): text
      }
    }
  }
}

extension Gateway.Listener {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      name: try field["name"].requiredText(), hostname: try field["hostname"].text(),
      port: try field["port"].requiredInteger(),
      protocolName: Gateway.ProtocolName(try field["protocol"].requiredText()),
      tls: try field["tls"].optional(Gateway.ListenerTLS.init(decoding:)),
      allowedRoutes: try field["allowedRoutes"].optional(AllowedRoutes.init(decoding:)))
  }

  var node: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("hostname", hostname)
    fields.put("port", port)
    fields.put("protocol", protocolName.text)
    fields.put("tls", tls?.node)
    fields.put("allowedRoutes", allowedRoutes?.node)
    return fields.node.commented(comments)
  }
}
