import YAMLText

extension EnvoyFilter.FilterInsertion {
  /// `match.listener`: before the router of every HTTP connection manager, or before everything.
  var listenerNode: Node {
    var manager = Fields()
    manager.put("name", Self.connectionManager)
    switch position {
    case .beforeRouter:
      var router = Fields()
      router.put("name", EnvoyFilter.router)
      manager.put("subFilter", router.node)
    case .first: break
    }
    var chain = Fields()
    chain.put("sni", serverName)
    chain.put("filter", manager.node)
    var fields = Fields()
    fields.put("portNumber", port)
    fields.put("filterChain", chain.node)
    return fields.node
  }

  /// The filter; switched off where it does nothing by itself.
  var node: Node {
    let isNeutral = limit == nil && bodyLimit == nil && users == nil && subject == nil
    var fields = Fields()
    fields.put("name", name)
    fields.put("disabled", isNeutral ? true : nil)
    fields.put("typed_config", configNode)
    return fields.node
  }

  private var configNode: Node {
    if let subject { return SubjectTest.node(subject) }
    switch name {
    case EnvoyFilter.TokenLimit.filter: return limit?.node ?? EnvoyFilter.TokenLimit.neutralNode
    case EnvoyFilter.passwordFilter: return PasswordLines.node(ofFilter: users ?? [])
    case EnvoyFilter.bufferFilter: return bufferNode
    case _: return EnvoyFilter.neutralLuaNode
    }
  }

  private var bufferNode: Node {
    var config = Fields()
    config.put("@type", EnvoyFilter.typeOfFilters + "buffer.v3.Buffer")
    config.put("max_request_bytes", bodyLimit ?? EnvoyFilter.greatestNumber)
    return config.node
  }
}
