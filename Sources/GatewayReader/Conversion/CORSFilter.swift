import GatewayAPI
import Patterns
import Routing

extension CORS {
  /// Converts a CORS filter (`createCorsFilter` in Istio).
  init(_ filter: HTTPRoute.CORS) {
    self.init(
      origins: .matching(filter.allowOrigins.map(Self.expression).joined(separator: "|")),
      headers: Self.headers(filter), preflightStatus: 200)
  }

  private static func headers(_ filter: HTTPRoute.CORS) -> [Header] {
    let lists = [
      Header("access-control-allow-methods", filter.allowMethods.joined(separator: ",")),
      Header("access-control-allow-headers", filter.allowHeaders.joined(separator: ",")),
      Header("access-control-expose-headers", filter.exposeHeaders.joined(separator: ",")),
      Header("access-control-max-age", String(filter.maxAge ?? 5)),
    ].filter { !$0.value.isEmpty }
    let credentials = [Header("access-control-allow-credentials", "true")]
    return (filter.allowCredentials == true ? credentials : []) + lists
  }

  /// One origin as an expression; a `*` at the end fits any rest, one inside at least nothing.
  private static func expression(_ origin: String) -> String {
    if origin == "*" { return #"(?-i:[a-zA-Z][a-zA-Z0-9+.\-]*://[^/\s?#]+)"# }
    let parts = origin.split(separator: "*", omittingEmptySubsequences: false)
    return "(?-i:\(parts.map { Pattern.escape(String($0)) }.joined(separator: ".*")))"
  }
}
