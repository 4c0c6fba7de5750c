import GatewayReader
import Routing
import Testing
import Tracing

@Suite("AuthorizationPolicies")
struct AuthorizationPolicyTests {
  private static func policy(
    _ spec: String, namespace: String = "infra", target: String = gatewayTarget
  ) -> String {
    """
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: p, namespace: \(namespace)}
    spec: {\(target)\(spec)}
    """
  }

  private static let gatewayTarget =
    "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw}], "

  private static func answer(_ policy: String, _ request: Request = sent) -> Answer {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(), policy)
    return Answering(reading.site).answer(to: request)
  }

  private static let sent = Request(
    host: "a.test", target: "/p", headers: [Header("x-team", "blue, red"), Header("x-empty", "")],
    clientAddress: "192.0.2.1")
  private static let denied = Answer.Outcome.answered(status: 403, location: nil)

  @Test(
    "deny what a rule means",
    arguments: [
      ("to: [{operation: {paths: [/p]}}]", true), ("to: [{operation: {paths: [/q]}}]", false),
      ("to: [{operation: {notPaths: [/q]}}]", true), ("to: [{operation: {methods: [GET]}}]", true),
      ("to: [{operation: {methods: [get]}}]", false), ("to: [{operation: {ports: ['80']}}]", true),
      ("to: [{operation: {ports: ['81']}}]", false), ("to: [{operation: {hosts: [A.*]}}]", true),
      ("to: [{operation: {paths: ['/{*}']}}]", true), ("to: [{operation: {paths: ['*']}}]", true),
      ("from: [{source: {ipBlocks: [192.0.2.0/24]}}]", true),
      ("from: [{source: {notIpBlocks: [192.0.2.1]}}]", false),
      ("from: [{source: {principals: ['*']}}]", false),
      ("from: [{source: {notRequestPrincipals: ['*']}}]", true),
      ("when: [{key: 'request.headers[x-team]', values: [blue*]}]", true),
      ("when: [{key: 'request.headers[x-team]', values: [red]}]", false),
      ("when: [{key: 'request.headers[x-none]', notValues: [red]}]", true),
      ("when: [{key: 'request.headers[x-none]', notValues: ['*']}]", true),
      ("when: [{key: 'request.headers[x-empty]', notValues: ['*']}]", false),
      ("when: [{key: connection.sni, values: ['*']}]", false),
      ("from: [{source: {ipBlocks: [192.0.2.1]}}], to: [{operation: {paths: [/q]}}]", false),
      ("to: [{operation: {paths: [/q]}}, {operation: {paths: [/p]}}]", true),
    ])
  func denials(_ rule: String, _ isDenied: Bool) {
    let answer = Self.answer(Self.policy("action: DENY, rules: [{\(rule)}]"))
    #expect(answer.outcome == (isDenied ? Self.denied : .web))
  }

  @Test(
    "allow what a rule means and nothing else",
    arguments: [
      ("rules: [{to: [{operation: {paths: [/p]}}]}]", true),
      ("rules: [{to: [{operation: {paths: [/q]}}]}]", false), ("rules: [{}]", true),
      ("rules: []", false), ("action: AUDIT, rules: [{}]", true),
      ("action: DENY, rules: [{}]", false), ("action: DENY", true),
    ])
  func permissions(_ spec: String, _ isLetIn: Bool) {
    #expect(Self.answer(Self.policy(spec)).outcome == (isLetIn ? .web : Self.denied))
  }

  @Test(
    "apply by target, by selector, or to the whole namespace",
    arguments: [
      ("infra", gatewayTarget, true), ("app", gatewayTarget, false), ("infra", "", true),
      ("app", "", false), ("istio-system", "", true),
      (
        "infra",
        "selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: gw}}, ", true
      ), ("infra", "selector: {matchLabels: {app: web}}, ", false),
      (
        "istio-system",
        "targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio}], ", true
      ),
    ])
  func targets(_ namespace: String, _ target: String, _ applies: Bool) {
    let policy = Self.policy("action: DENY, rules: [{}]", namespace: namespace, target: target)
    #expect(Self.answer(policy).outcome == (applies ? Self.denied : .web))
  }

  @Test("that name a Gateway which is not there are found")
  func missingTarget() {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(),
      Self.policy("action: DENY, rules: [{}]", namespace: "app"))
    #expect(reading.codes == ["gateway-policy-target-missing"])
  }

  @Test("ask a service, whose answer is a condition unless the world tells it")
  func services() {
    let policy = Self.policy("action: CUSTOM, provider: {name: ext}, rules: [{}]")
    #expect(Self.answer(policy).conditions == ["the consent of ext"])
    var request = Self.sent
    request.world.authentication["ext"] = WorldAnswer(
      status: 302, headers: [Header("Location", "https://sign.test/")])
    let answer = Self.answer(policy, request)
    #expect(answer.outcome == .answered(status: 302, location: "https://sign.test/"))
  }

  @Test("ask no service that MeshConfig does not know: the requests are denied")
  func unknownService() {
    let mesh = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: istio, namespace: istio-system}
      data: {mesh: "extensionProviders: [{name: other}]"}
      """
    let policy = Self.policy("action: CUSTOM, provider: {name: ext}, rules: [{}]")
    #expect(Self.answer("\(policy)\n---\n\(mesh)").outcome == Self.denied)
  }

  @Test(
    "do not exist when an API server refuses them",
    arguments: [
      "action: FORBID", "action: CUSTOM, rules: [{}]", "rules: [{to: [{operation: {}}]}]",
      "rules: [{when: [{key: request.body, values: [x]}]}]",
      "rules: [{from: [{source: {ipBlocks: [host]}}]}]",
      "rules: [{to: [{operation: {paths: ['/a{b}']}}]}]",
    ])
  func refusals(_ spec: String) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(),
      Self.policy(spec))
    #expect(reading.codes == ["gateway-object-refused"])
  }

  @Test("tell clients of gRPC in their own words")
  func gRPC() {
    var request = Self.sent
    request.headers.append(Header("content-type", "application/grpc"))
    let answer = Self.answer(Self.policy("action: DENY, rules: [{}]"), request)
    #expect(answer.outcome == .answered(status: 200, location: nil))
    #expect(
      answer.responseHeaders == [
        Header("grpc-status", "7"), Header("grpc-message", "RBAC: access denied"),
      ])
  }
}
