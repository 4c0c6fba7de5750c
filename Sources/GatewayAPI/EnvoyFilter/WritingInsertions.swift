import YAMLText

extension EnvoyFilter.FilterInsertion {
  /// `match.listener`: before the router of every HTTP connection manager, or before everything.
  var listenerNode: Node {
    var manager = Fields()
    manager.put("name", Self.connectionManager)
    if !isFirst {
      var router = Fields()
      router.put("name", "envoy.filters.http.router")
      manager.put("subFilter", router.node)
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
    case _:
      var config = Fields()
      config.put("@type", EnvoyFilter.typeOfFilters + "buffer.v3.Buffer")
      config.put("max_request_bytes", bodyLimit ?? EnvoyFilter.greatestNumber)
      return config.node
    }
  }
}
