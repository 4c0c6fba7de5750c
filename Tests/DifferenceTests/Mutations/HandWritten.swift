extension MutationSubject {
  /// Routes that say what the migration does not write: rewrites, headers, mirrors and so on.
  ///
  /// Some of it is not what ingress-nginx does, which has to be told as well.
  static let handWritten = """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: edge, namespace: shop}
    spec:
      gatewayClassName: istio
      listeners: [{name: http, port: 80, protocol: HTTP}, {name: more, port: 81, protocol: HTTP}]
    \(route("full", [rule("path: {type: RegularExpression, value: '(?i)/old.*'}", full)]))
    \(route("cut", [rule(path("/v"), cut, to: "api"), rule(path("/V"), cut, to: "api")]))
    \(route("vhost", [rule(path("/"), rewrite("hostname: inner.test"))]))
    \(route("moved", ["{matches: [{\(path("/"))}], filters: [\(moved)]}"]))
    \(route("plain", [
      rule(path("/h"), headers, to: "plain"), rule(path("/") + ", method: PUT", mirror, to: "api"),
      rule(path("/"), cors, to: "plain"),
    ]))
    \(route("sticky", [rule(path("/"), "", to: "sticky")]))
    ---
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: sticky, namespace: shop}
    spec:
      host: sticky.shop.svc.cluster.local
      trafficPolicy:
        loadBalancer: {consistentHash: {httpCookie: {name: stay, path: /, ttl: 3600s}}}
    """

  private static func route(_ name: String, _ rules: [String]) -> String {
    """
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: \(name), namespace: shop}
    spec:
      parentRefs: [{name: edge, sectionName: http}]
      hostnames: [\(name).test]
      rules: [\(rules.joined(separator: ", "))]
    """
  }

  private static func rule(_ match: String, _ filter: String, to service: String = "web")
    -> String
  {
    "{matches: [{\(match)}], filters: [\(filter)], backendRefs: [{name: \(service), port: 80}]}"
  }

  private static func path(_ prefix: String) -> String {
    "path: {type: PathPrefix, value: \(prefix)}"
  }

  private static func rewrite(_ part: String) -> String {
    "{type: URLRewrite, urlRewrite: {\(part)}}"
  }

  private static let full = rewrite("path: {type: ReplaceFullPath, replaceFullPath: /new}")
  private static let cut = rewrite("path: {type: ReplacePrefixMatch, replacePrefixMatch: /}")
  private static let moved =
    "{type: RequestRedirect, requestRedirect: {scheme: https, hostname: new.test, "
    + "statusCode: 301, path: {type: ReplaceFullPath, replaceFullPath: /there}}}"
  private static let headers =
    "{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: X-A, value: a}]}}, "
    + "{type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: X-B, value: b}]}}"
  private static let mirror =
    "{type: RequestMirror, requestMirror: {backendRef: {name: web, port: 80}}}"
  private static let cors =
    "{type: CORS, cors: {allowOrigins: ['https://app.test'], allowMethods: [GET]}}"
}
