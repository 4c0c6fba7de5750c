import YAMLText

extension EnvoyFilter.AuthorizationService {
  /// The configuration of the filter for one route.
  var node: Node {
    var uri = Fields()
    uri.put("uri", "http://\(host)")
    uri.put("cluster", "outbound|\(port)||\(host)")
    uri.put("timeout", timeout)
    var http = Fields()
    http.put("server_uri", uri.node)
    switch path {
    case .prefix(let text): http.put("path_prefix", text.isEmpty ? nil : text)
    case .whole(let text): http.put("path_override", text)
    }
    var request = Fields()
    request.put("headers_to_add", questionHeaders.map(Self.addition))
    http.put("authorization_request", request.nodeIfAny)
    var response = Fields()
    response.put("allowed_upstream_headers", Self.matchers(upstreamHeaders))
    response.put("allowed_client_headers", Self.matchers(refusalHeaders))
    response.put("allowed_client_headers_on_success", Self.matchers(responseHeaders))
    http.put("authorization_response", response.nodeIfAny)
    var settings = Fields()
    settings.put("http_service", http.node)
    var config = Fields()
    config.put("@type", EnvoyFilter.typeOfFilters + "ext_authz.v3.ExtAuthzPerRoute")
    config.put("check_settings", settings.node)
    return config.node
  }

  private static func addition(_ header: Pair) -> Node {
    var fields = Fields()
    fields.put("key", header.name)
    fields.put("value", header.value)
    return fields.node
  }

  /// Names of headers, in whatever letters they come; nil where there are none.
  private static func matchers(_ names: [String]) -> Node? {
    guard !names.isEmpty else { return nil }
    var fields = Fields()
    fields.put(
      "patterns",
      names.map { name in
        var pattern = Fields()
        pattern.put("exact", name)
        pattern.put("ignore_case", true)
        return pattern.node
      })
    return fields.node
  }
}
