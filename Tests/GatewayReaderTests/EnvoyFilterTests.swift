import GatewayReader
import Routing
import Testing
import Tracing

@Suite("EnvoyFilters")
struct EnvoyFilterTests {
  private static func filter(_ patch: String, more: String = "") -> String {
    """
    apiVersion: networking.istio.io/v1alpha3
    kind: EnvoyFilter
    metadata: {name: f, namespace: infra}
    spec:
      \(more)
      targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}]
      configPatches:
      - \(patch)
    """
  }

  private static func merge(_ value: String, match: String = "route: {name: rule}") -> String {
    filter(
      """
      applyTo: HTTP_ROUTE
          match: {context: GATEWAY, routeConfiguration: {vhost: {\(match)}}}
          patch: {operation: MERGE, value: {\(value)}}
      """)
  }

  private static func insert(_ filter: String) -> String {
    self.filter(
      """
      applyTo: HTTP_FILTER
          match:
            listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager}}}
          patch: {operation: INSERT_BEFORE, value: {\(filter)}}
      """)
  }

  private static func read(_ filter: String, rule: String = "backendRefs: [{name: web, port: 80}]")
    -> Reading
  {
    Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{name: rule, \(rule)}"), filter)
  }

  @Test(
    "are followed where they choose a route by name, host or nothing",
    arguments: [
      ("route: {name: rule}", true), ("route: {name: other}", false),
      ("name: 'a.test:80'", true), ("name: 'b.test:80'", false), ("route: {action: ROUTE}", true),
      ("route: {action: REDIRECT}", false), ("name: 'a.test:80', route: {name: rule}", true),
    ])
  func selections(_ match: String, _ applies: Bool) {
    let reading = Self.read(Self.merge("route: {host_rewrite_literal: x.test}", match: match))
    let answer = Answering(reading.site).answer(to: Request(host: "a.test"))
    #expect(answer.upstreamHost == (applies ? "x.test" : "a.test"))
    #expect(reading.findings.isEmpty)
  }

  @Test(
    "that are not understood are found, and the answers hang on them",
    arguments: [
      merge("route: {cluster: other}"), merge("redirect: {host_redirect: x.test}"),
      merge("typed_per_filter_config: {envoy.filters.http.lua: {}}"),
      merge("route: {timeout: 1s}", match: "domainName: a.test"), insert("name: lua"),
      filter("{applyTo: CLUSTER, patch: {operation: MERGE, value: {}}}"),
    ])
  func unknown(_ filter: String) {
    let reading = Self.read(filter)
    #expect(reading.codes == ["gateway-patch-not-understood"])
    let answer = Answering(reading.site).answer(to: Request(host: "a.test"))
    #expect(answer.conditions.count == 1)
  }

  @Test(
    "of other contexts and versions do nothing",
    arguments: [
      "{applyTo: CLUSTER, match: {context: SIDECAR_OUTBOUND}, patch: {operation: REMOVE}}",
      "{applyTo: CLUSTER, match: {proxy: {proxyVersion: '^1\\.29'}}, patch: {operation: REMOVE}}",
    ])
  func others(_ patch: String) {
    let reading = Self.read(Self.filter(patch))
    #expect(reading.findings.isEmpty)
    #expect(Answering(reading.site).answer(to: Request(host: "a.test")).conditions.isEmpty)
  }

  @Test(
    "break the table where Envoy refuses what they make",
    arguments: [
      ("filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]", "timeout: 1s"),
      ("backendRefs: []", "timeout: 1s"),
      (
        "filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, "
          + "replacePrefixMatch: /x}}}], backendRefs: [{name: web, port: 80}]",
        "regex_rewrite: {pattern: {regex: a}, substitution: b}"
      ),
      (
        "backendRefs: [{name: web, port: 80}]",
        "regex_rewrite: {pattern: {regex: 'a(?=b)'}, substitution: b}"
      ),
    ])
  func refusals(_ rule: String, _ action: String) {
    let reading = Self.read(Self.merge("route: {\(action)}"), rule: rule)
    #expect(reading.codes == ["gateway-route-table-refused"])
  }

  @Test("let through what a bucket of tokens holds")
  func limits() {
    let config = """
      stat_prefix: rl, token_bucket: {max_tokens: 2, tokens_per_fill: 1, fill_interval: 1s}, \
      filter_enabled: {default_value: {numerator: 100}}, \
      filter_enforced: {default_value: {numerator: 100}}
      """
    let reading = Self.read(
      Self.insert("name: envoy.filters.http.local_ratelimit, typed_config: {\(config)}"))
    let answering = Answering(reading.site)
    #expect(
      answering.answer(to: Request(host: "a.test")).conditions == [
        "at most 2 requests of all clients at once and 1 more every 1s, else 429"
      ])
    let web = Backend(namespace: "app", name: "web", port: 80)
    #expect(
      answering.answer(to: Request(host: "a.test", repeats: 5)).outcome
        == .forwarded([Fraction(.backend(web), 2, of: 5), Fraction(.status(429), 3, of: 5)]))
  }

  @Test("limit bodies where the filter stands in the chain alone")
  func bodies() {
    let perRoute = Self.merge(
      "typed_per_filter_config: {envoy.filters.http.buffer: {buffer: {max_request_bytes: 3}}}")
    let chain = Self.insert(
      "name: envoy.filters.http.buffer, disabled: true, typed_config: {max_request_bytes: 9}")
    let second = chain.replacing("name: f,", with: "name: g,")
    let request = Request(host: "a.test", bodyLength: 4)
    #expect(Answering(Self.read(perRoute).site).answer(to: request).outcome == .web)
    let both = Self.read("\(perRoute)\n---\n\(second)")
    #expect(
      Answering(both.site).answer(to: request).outcome
        == .answered(status: 413, location: nil))
  }

  @Test(
    "limit each client, but for exempt addresses",
    arguments: [("127.0.0.1", false), ("10.1.2.3", true)])
  func clients(_ address: String, _ isExempt: Bool) {
    let config = """
      stat_prefix: rl, token_bucket: {max_tokens: 4294967295, tokens_per_fill: 1, fill_interval: 1s}, \
      always_consume_default_token_bucket: false, \
      filter_enabled: {default_value: {numerator: 100}}, \
      filter_enforced: {default_value: {numerator: 100}}, descriptors: [{entries: \
      [{key: remote_address}, {key: x, value: y}], \
      token_bucket: {max_tokens: 2, tokens_per_fill: 1, fill_interval: 1s}}], \
      rate_limits: [{actions: [{remote_address: {}}, {remote_address_match: {descriptor_key: x, \
      descriptor_value: y, address_matcher: {invert_match: true, \
      ranges: [{address_prefix: 10.0.0.0, prefix_len: 8}]}}}]}]
      """
    let reading = Self.read(
      Self.insert("name: envoy.filters.http.local_ratelimit, typed_config: {\(config)}"))
    var request = Request(host: "a.test")
    request.clientAddress = address
    let conditions = Answering(reading.site).answer(to: request).conditions
    let limited = "at most 2 requests of this client at once and 1 more every 1s, else 429"
    #expect(conditions == (isExempt ? [] : [limited]))
    #expect(reading.findings.isEmpty)
  }

  private static let custom = """
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: p, namespace: infra}
    spec:
      targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}]
      action: CUSTOM
      provider: {name: ext}
      rules: [{}]
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: istio, namespace: istio-system}
    data:
      mesh: |
        extensionProviders:
        - name: ext
          envoyExtAuthzHttp: {service: ops/auth.ops.svc.cluster.local, port: 80, pathPrefix: /all}
    ---

    """

  @Test(
    "say where a service is asked about the requests of a route",
    arguments: [
      ("path_override: '/one?a=b'", "auth.ops.svc.cluster.local:81/one?a=b"),
      ("path_prefix: /two", "auth.ops.svc.cluster.local:81/two and the request's path"),
      ("", "auth.ops.svc.cluster.local:81 and the request's path"),
      (nil, "auth.ops.svc.cluster.local:80/all and the request's path"),
    ] as [(String?, String)])
  func questions(_ path: String?, _ address: String) {
    let uri = "server_uri: {cluster: 'outbound|81||auth.ops.svc.cluster.local'}"
    let http = path.map { [uri, $0].filter { !$0.isEmpty }.joined(separator: ", ") }
    let config = http.map {
      "envoy.filters.http.ext_authz: {check_settings: {http_service: {\($0)}}}"
    }
    let filter = config.map { Self.merge("typed_per_filter_config: {\($0)}") }
    let reading = Self.read(
      Self.custom + (filter ?? Self.filter("{applyTo: X, match: {context: SIDECAR_INBOUND}}")))
    #expect(reading.findings.isEmpty)
    let answer = Answering(reading.site).answer(to: Request(host: "a.test", target: "/x"))
    #expect(answer.questions.map(\.description) == [address])
    #expect(answer.steps.contains { $0.text == "asks \(address)" })
  }

  @Test(
    "of services that are not understood are conditions",
    arguments: [
      "disabled: true", "check_settings: {disable_request_body_buffering: true}",
      "check_settings: {http_service: {path_override: /a, server_uri: {cluster: auth}}}",
      "check_settings: {http_service: {path_override: /a, path_prefix: /b, "
        + "server_uri: {cluster: 'outbound|81||a.b'}}}",
    ])
  func oddQuestions(_ config: String) {
    let filter = Self.merge(
      "typed_per_filter_config: {envoy.filters.http.ext_authz: {\(config)}}")
    #expect(Self.read(Self.custom + filter).codes == ["gateway-patch-not-understood"])
  }
}
