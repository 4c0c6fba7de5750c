package import YAMLText

extension DestinationRule {
  /// `trafficPolicy`.
  package struct TrafficPolicy: Hashable, Sendable {
    package var loadBalancer: LoadBalancer?
    package var connectionPool: ConnectionPool?
    /// Fields that have no property here, as written.
    package var others: [Entry]

    package init(
      loadBalancer: LoadBalancer? = nil, connectionPool: ConnectionPool? = nil,
      others: [Entry] = []
    ) {
      self.loadBalancer = loadBalancer
      self.connectionPool = connectionPool
      self.others = others
    }
  }

  /// `connectionPool` with its `tcp` part.
  package struct ConnectionPool: Hashable, Sendable {
    /// `tcp.connectTimeout`, for example `5s`.
    package var connectTimeout: String?
    /// `tcp.maxConnections`.
    package var maxConnections: Int?
    /// Fields of `tcp` that have no property here, as written.
    package var otherTCP: [Entry]
    /// Fields beside `tcp`, as written.
    package var others: [Entry]

    package init(
      connectTimeout: String? = nil, maxConnections: Int? = nil, otherTCP: [Entry] = [],
      others: [Entry] = []
    ) {
      self.connectTimeout = connectTimeout
      self.maxConnections = maxConnections
      self.otherTCP = otherTCP
      self.others = others
    }
  }
}

extension DestinationRule.TrafficPolicy {
  /// A policy of a mapping as Istio documents it; what has another shape is kept as it is.
  package init(whole node: Node) {
    let field = Field(node, path: "spec.trafficPolicy")
    do throws(Refusal) {
      self = try DestinationRule.TrafficPolicy(decoding: field)
    } catch {
      self.init(others: field.entries(except: []))
    }
  }

  init(decoding field: Field) throws(Refusal) {
    self.init(
      loadBalancer: try field["loadBalancer"]
        .optional(DestinationRule.LoadBalancer.init(decoding:)),
      connectionPool: try field["connectionPool"]
        .optional(DestinationRule.ConnectionPool.init(decoding:)),
      others: field.entries(except: ["loadBalancer", "connectionPool"]))
  }

  /// The policy as a mapping.
  package var node: Node { .mapping(entries) }

  /// The fields, as `trafficPolicy` and `portLevelSettings` hold them.
  package var entries: [Entry] {
    let own = [
      loadBalancer.map { Entry("loadBalancer", $0.node) },
      connectionPool.map { Entry("connectionPool", $0.node) },
    ]
    return own.compactMap(\.self) + others
  }
}

extension DestinationRule.ConnectionPool {
  init(decoding field: Field) throws(Refusal) {
    let tcp = field["tcp"]
    self.init(
      connectTimeout: try tcp["connectTimeout"].text(),
      maxConnections: try tcp["maxConnections"].integer(),
      otherTCP: tcp.entries(except: ["connectTimeout", "maxConnections"]),
      others: field.entries(except: ["tcp"]))
  }

  var node: Node {
    var tcp = Fields()
    tcp.put("maxConnections", maxConnections)
    tcp.put("connectTimeout", connectTimeout)
    tcp.put(otherTCP)
    var fields = Fields()
    fields.put("tcp", tcp.nodeIfAny)
    fields.put(others)
    return fields.node
  }
}
