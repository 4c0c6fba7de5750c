import YAMLText

extension EnvoyFilter.Patch {
  /// The entry of `configPatches`; nil for what was read and not understood.
  var node: Node? {
    var match = Fields()
    match.put("context", "GATEWAY")
    if let proxyVersion {
      var proxy = Fields()
      proxy.put("proxyVersion", proxyVersion)
      match.put("proxy", proxy.node)
    }
    switch change {
    case .routes(let selection, let change):
      match.put("routeConfiguration", selection.node)
      return node(of: "HTTP_ROUTE", match, "MERGE", change.node)
    case .filter(let insertion):
      match.put("listener", insertion.listenerNode)
      return node(of: "HTTP_FILTER", match, insertion.position.rawValue, insertion.node)
    case .unknown: return nil
    }
  }

  private func node(
    of target: String, _ match: Fields, _ operation: String, _ value: Node
  ) -> Node {
    var patch = Fields()
    patch.put("operation", operation)
    patch.put("value", value)
    var fields = Fields()
    fields.put("applyTo", target)
    fields.put("match", match.node)
    fields.put("patch", patch.node)
    return fields.node.commented(comments)
  }
}

extension PolicyTarget.Reference {
  /// The reference as EnvoyFilters name it.
  var filterNode: Node {
    var fields = Fields()
    fields.put("group", group)
    fields.put("kind", kind)
    fields.put("name", name)
    return fields.node
  }
}

extension EnvoyFilter.RouteSelection {
  /// `match.routeConfiguration`; nil where every route is meant.
  var node: Node? {
    var inner = Fields()
    inner.put("name", route)
    inner.put("action", action == .any ? nil : action.rawValue)
    var virtual = Fields()
    virtual.put("name", host)
    virtual.put("route", inner.nodeIfAny)
    var fields = Fields()
    fields.put("name", table)
    fields.put("portNumber", port)
    fields.put("vhost", virtual.nodeIfAny)
    return fields.nodeIfAny
  }
}

extension EnvoyFilter {
  /// What the types of Envoy's HTTP filters begin with.
  static let typeOfFilters = "type.googleapis.com/envoy.extensions.filters.http."

  /// The name of the filter that sends requests to backends, the last of the chain.
  static let router = "envoy.filters.http.router"

  /// The greatest number that Envoy takes for bytes and tokens.
  package static let greatestNumber = 4_294_967_295
}

extension EnvoyFilter.RouteChange {
  /// What is merged into the route.
  var node: Node {
    var fields = Fields()
    fields.put("route", actionNode)
    if let status {
      var response = Fields()
      response.put("status", status)
      fields.put("direct_response", response.node)
    }
    var filters = Fields()
    if let bodyLimit { filters.put(EnvoyFilter.bufferFilter, Self.bufferNode(bodyLimit)) }
    filters.put(EnvoyFilter.TokenLimit.filter, limit?.node)
    filters.put(EnvoyFilter.passwordFilter, users.map(PasswordLines.node(ofRoute:)))
    filters.put(EnvoyFilter.AnswerScript.filter, answers?.node)
    filters.put(EnvoyFilter.SignInScript.filter, signIn?.node)
    filters.put(EnvoyFilter.AdmissionScript.filter, admission?.node)
    filters.put(EnvoyFilter.ErrorPageScript.filter, errorPages?.node)
    filters.put(EnvoyFilter.AuthorizationService.filter, service?.node)
    fields.put("typed_per_filter_config", filters.nodeIfAny)
    return fields.node
  }

  private var actionNode: Node? {
    var action = Fields()
    if let substitution {
      var pattern = Fields()
      pattern.put("regex", substitution.pattern)
      var rewrite = Fields()
      rewrite.put("pattern", pattern.node)
      rewrite.put("substitution", substitution.replacement)
      action.put("regex_rewrite", rewrite.node)
    }
    action.put("host_rewrite_literal", hostRewrite)
    action.put("idle_timeout", idleTimeout)
    action.put("retry_policy", retries?.node)
    return action.nodeIfAny
  }

  private static func bufferNode(_ bytes: Int) -> Node {
    var buffer = Fields()
    buffer.put("max_request_bytes", bytes)
    var config = Fields()
    config.put("@type", EnvoyFilter.typeOfFilters + "buffer.v3.BufferPerRoute")
    config.put("buffer", buffer.node)
    return config.node
  }
}
