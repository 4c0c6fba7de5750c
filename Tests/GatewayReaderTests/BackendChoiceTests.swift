import GatewayReader
import Routing
import Testing
import Tracing

@Suite("endpoints and copies")
struct BackendChoiceTests {
  private static func read(_ rule: String, _ more: String = "") -> GatewayReader.Reading {
    Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(),
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: web, namespace: app}
      spec: {host: web, trafficPolicy: {\(rule)}}
      """, more)
  }

  @Test(
    "are chosen as the policy of the port says",
    arguments: [
      ("loadBalancer: {simple: ROUND_ROBIN}", Upstream.Balancing.roundRobin),
      ("loadBalancer: {simple: RANDOM}", .leastRequest),
      ("loadBalancer: {consistentHash: {useSourceIp: true}}", .hash(.address)),
      ("loadBalancer: {consistentHash: {httpHeaderName: X-User}}", .hash(.header("x-user"))),
      ("loadBalancer: {consistentHash: {httpQueryParameterName: id}}", .hash(.parameter("id"))),
      ("loadBalancer: {consistentHash: {httpCookie: {name: c}}}", .hash(.cookie("c"))),
      (
        "loadBalancer: {consistentHash: {httpCookie: {name: c, ttl: 0s}}}",
        .cookie(StickyCookie(name: "c"))
      ),
      (
        "loadBalancer: {simple: RANDOM}, portLevelSettings: [{port: {number: 80}, "
          + "loadBalancer: {simple: ROUND_ROBIN}}]", .roundRobin
      ),
      (
        "loadBalancer: {simple: ROUND_ROBIN}, portLevelSettings: [{port: {number: 80}, "
          + "connectionPool: {tcp: {connectTimeout: 1s}}}]", .leastRequest
      ),
      (
        "loadBalancer: {simple: ROUND_ROBIN}, portLevelSettings: [{port: {number: 81}}]",
        .roundRobin
      ),
    ])
  func balancing(_ rule: String, _ balancing: Upstream.Balancing) {
    #expect(Self.read(rule).site.upstreams.map(\.balancing) == [balancing])
  }

  @Test(
    "behind client certificates are reached only by a gateway that may list Secrets",
    arguments: [("list", "gw-istio", 200), ("get", "gw-istio", 503), ("list", "other", 503)])
  func secrets(_ verb: String, _ account: String, _ status: Int) {
    let access = """
      apiVersion: v1
      kind: Secret
      metadata: {name: client-cacert, namespace: infra}
      data: {ca.crt: ''}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: r, namespace: infra}
      rules: [{apiGroups: [''], resources: [secrets], verbs: [\(verb)]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: r, namespace: infra}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
      subjects: [{kind: ServiceAccount, name: \(account), namespace: infra}]
      """
    let reading = Self.read("tls: {mode: MUTUAL, credentialName: client}", access)
    let connection = reading.site.upstreams.first?.connection
    let trust = connection?.security?.trust
    let isRefused = "\(trust.map { "\($0)" } ?? "")".contains("may be listed")
    #expect(isRefused == (status == 503))
  }

  @Test(
    "are sent with what the backend gets, for as many requests as are copied",
    arguments: [
      ("", 100), (", percent: 50", 50), (", percent: 0", nil),
      (", fraction: {numerator: 1, denominator: 8}", 12.5), (", fraction: {numerator: 7}", 7),
    ])
  func copies(_ part: String, _ percent: Double?) {
    let mirror = "requestMirror: {backendRef: {name: web, port: 80}"
    let rule =
      "{filters: [{type: URLRewrite, urlRewrite: {hostname: b.test}}, {type: RequestMirror, "
      + "\(mirror)\(part)}}], backendRefs: [{name: web, port: 80}]}"
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: rule))
    let copies = Answering(reading.site).answer(to: Request(host: "a.test", target: "/x?y")).copies
    #expect(copies.map(\.part.percent) == (percent.map { [$0] } ?? []))
    #expect(copies.allSatisfy { $0.method == "GET" && $0.host == "b.test" && $0.target == "/x?y" })
  }
}
