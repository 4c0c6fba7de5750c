import Routing

extension CrossOrigin.Setting {
  /// The headers that nginx puts on every answer (`nginx.tmpl`, CORS block).
  var routed: CORS {
    var headers: [Header] = []
    if allowsCredentials { headers.append(Header("access-control-allow-credentials", "true")) }
    headers.append(Header("access-control-allow-methods", methods))
    headers.append(Header("access-control-allow-headers", self.headers))
    if !exposedHeaders.isEmpty {
      headers.append(Header("access-control-expose-headers", exposedHeaders))
    }
    headers.append(Header("access-control-max-age", String(maxAge)))
    var cors = CORS(
      origins: origins == ["*"] ? .any : .matching(originPattern), headers: headers,
      preflightStatus: 204)
    cors.entries = usableOrigins
    return cors
  }

  /// The origins that the controller takes into its expression.
  private var usableOrigins: [String] {
    origins.filter { $0 == "null" || $0.contains("://") }
  }

  /// The origins as one expression, anchored at its end only (`buildCorsOriginRegex`).
  private var originPattern: String {
    let parts = usableOrigins.map { origin in
      origin.map { character in
        switch character {
        case "*": "[A-Za-z0-9\\-]+"
        case ".": "\\."
        default: String(character)
        }
      }.joined()
    }
    return parts.isEmpty ? "" : "(\(parts.joined(separator: "|")))$"
  }
}
