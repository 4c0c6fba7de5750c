package import YAMLText

extension DestinationRule {
  /// `loadBalancer`: how an endpoint is chosen.
  package struct LoadBalancer: Hashable, Sendable {
    /// The words of `simple`.
    package enum Simple: String, Hashable, Sendable, CaseIterable {
      case unspecified = "UNSPECIFIED"
      case leastConnections = "LEAST_CONN"
      case leastRequest = "LEAST_REQUEST"
      case passthrough = "PASSTHROUGH"
      case random = "RANDOM"
      case roundRobin = "ROUND_ROBIN"
    }

    package var simple: Simple?
    /// The cookie of `consistentHash.httpCookie`.
    package var cookie: HashCookie?
    /// The header of `consistentHash.httpHeaderName`.
    package var header: String?
    /// The parameter of `consistentHash.httpQueryParameterName`.
    package var parameter: String?
    /// `consistentHash.useSourceIp`.
    package var usesAddress: Bool
    /// Fields that have no property here, as written; `consistentHash` of another form among them.
    package var others: [Entry]

    package init(
      simple: Simple? = nil, cookie: HashCookie? = nil, header: String? = nil,
      parameter: String? = nil, usesAddress: Bool = false, others: [Entry] = []
    ) {
      self.simple = simple
      self.cookie = cookie
      self.header = header
      self.parameter = parameter
      self.usesAddress = usesAddress
      self.others = others
    }
  }

  /// `consistentHash.httpCookie`.
  package struct HashCookie: Hashable, Sendable {
    package var name: String
    package var path: String?
    /// Written: Envoy sets the cookie where it is missing; `0s` for a session cookie.
    package var ttl: String?
    /// Further attributes; an empty value is left out.
    package var attributes: [Pair]

    package init(name: String, path: String? = nil, ttl: String? = nil, attributes: [Pair] = []) {
      self.name = name
      self.path = path
      self.ttl = ttl
      self.attributes = attributes
    }
  }
}

extension DestinationRule.LoadBalancer {
  init(decoding field: Field) throws(Refusal) {
    let hash = field["consistentHash"]
    let cookie = try hash["httpCookie"].optional(DestinationRule.HashCookie.init(decoding:))
    let header = try hash["httpHeaderName"].text()
    let parameter = try hash["httpQueryParameterName"].text()
    let usesAddress = try hash["useSourceIp"].flag() ?? false
    let isTyped = cookie != nil || header != nil || parameter != nil || usesAddress
    self.init(
      simple: try field["simple"].word(Simple.self), cookie: cookie, header: header,
      parameter: parameter, usesAddress: usesAddress,
      others: field.entries(except: isTyped ? ["simple", "consistentHash"] : ["simple"]))
  }

  var node: Node {
    var hash = Fields()
    hash.put("httpHeaderName", header)
    hash.put("httpCookie", cookie?.node)
    hash.put("httpQueryParameterName", parameter)
    hash.put("useSourceIp", usesAddress ? true : nil)
    var fields = Fields()
    fields.put("simple", simple?.rawValue)
    fields.put("consistentHash", hash.nodeIfAny)
    fields.put(others)
    return fields.node
  }
}

extension DestinationRule.HashCookie {
  init(decoding field: Field) throws(Refusal) {
    self.init(
      name: try field["name"].requiredText(), path: try field["path"].text(),
      ttl: try field["ttl"].text(),
      attributes: try field["attributes"].items { (item) throws(Refusal) in
        Pair(try item["name"].requiredText(), try item["value"].text() ?? "")
      })
  }

  var node: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("path", path)
    fields.put("ttl", ttl)
    fields.put("attributes", attributes.map(\.attributeNode))
    return fields.node
  }
}

extension Pair {
  fileprivate var attributeNode: Node {
    var fields = Fields()
    fields.put("name", name)
    fields.put("value", value.isEmpty ? nil : value)
    return fields.node
  }
}
