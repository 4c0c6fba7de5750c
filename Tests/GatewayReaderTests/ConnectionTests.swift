import GatewayReader
import Routing
import Testing
import Tracing

@Suite("connections to backends")
struct ConnectionTests {
  private static func service(_ port: String) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: app}
    spec: {ports: [{port: 80, \(port)}]}
    """
  }

  private static func rule(_ policy: String) -> String {
    """
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: web, namespace: app}
    spec: {host: web, trafficPolicy: {\(policy)}}
    """
  }

  private static func policy(_ validation: String, target: String = "name: web") -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: BackendTLSPolicy
    metadata: {name: web, namespace: app}
    spec:
      targetRefs: [{group: '', kind: Service, \(target)}]
      validation: {hostname: web.test, \(validation)}
    """
  }

  private static func answer(
    _ manifests: String..., port: String = "name: http", shown: BackendCertificate? = nil
  ) -> Answer {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Self.service(port), Manifests.route(),
      manifests.joined(separator: "\n---\n"))
    let world = World(backendCertificate: shown)
    return Answering(reading.site).answer(to: Request(host: "a.test", world: world))
  }

  @Test(
    "follow appProtocol, then the name of the port, then the DestinationRule",
    arguments: [
      ("name: http", "", "http"), ("name: grpc", "", "grpc"), ("name: grpc-api", "", "grpc"),
      ("name: grpcapi", "", "http"), ("name: x, appProtocol: GRPC-Web", "", "grpc"),
      ("name: http2", "", "grpc"),
      ("name: grpc, appProtocol: http", "", "http"),
      ("name: x, appProtocol: kubernetes.io/h2c", "", "grpc"),
      ("name: x, appProtocol: kubernetes.io/ws", "", "http"),
      ("name: x, appProtocol: https", "", "http"),
      ("name: http", "connectionPool: {http: {h2UpgradePolicy: UPGRADE}}", "grpc"),
      ("name: grpc", "connectionPool: {http: {useClientProtocol: true}}", "http"),
      ("name: http", "tls: {mode: SIMPLE, insecureSkipVerify: true}", "https"),
      ("name: grpc", "tls: {mode: SIMPLE, insecureSkipVerify: true}", "grpcs"),
      ("name: http", "tls: {mode: DISABLE}", "http"),
      (
        "name: http",
        "tls: {mode: DISABLE}, portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]",
        "https"
      ),
    ])
  func protocols(_ port: String, _ policy: String, _ scheme: String) {
    let answer = Self.answer(Self.rule(policy), port: port)
    #expect(answer.upstreamScheme == scheme)
  }

  private static let refused = Answer.Outcome.answered(status: 503, location: nil)
  private static let simple = rule("tls: {mode: SIMPLE}")
  private static let named = rule("tls: {mode: SIMPLE, subjectAltNames: [w.test]}")

  @Test(
    "over TLS hang on the backend's certificate",
    arguments: [
      (simple, BackendCertificate(names: ["a.test"], authority: nil), true),
      (simple, BackendCertificate(names: ["*.test"], authority: nil), true),
      (simple, BackendCertificate(names: ["b.test"], authority: nil), false),
      (simple, BackendCertificate(names: ["a.test"], authority: "CA"), false),
      (named, BackendCertificate(names: ["w.test"], authority: nil), true),
      (named, BackendCertificate(names: ["a.test"], authority: nil), false),
      (
        policy("wellKnownCACertificates: System"),
        BackendCertificate(names: ["other.test"], authority: nil), true
      ),
      (
        policy("wellKnownCACertificates: System"),
        BackendCertificate(names: ["web.test"], authority: "CA"), false
      ),
    ])
  func certificates(_ manifest: String, _ shown: BackendCertificate, _ succeeds: Bool) {
    let answer = Self.answer(manifest, shown: shown)
    #expect(answer.outcome == (succeeds ? .web : Self.refused))
    #expect(answer.conditions.isEmpty)
  }

  @Test("say what they hang on where nobody tells the certificate")
  func untold() {
    let answer = Self.answer(Self.named)
    #expect(answer.outcome == .web)
    #expect(
      answer.conditions == [
        "a certificate of app/web:80 signed by an authority that every system trusts, for w.test, "
          + "else 503"
      ])
  }

  @Test(
    "never succeed without an authority, or with a client certificate that is not delivered",
    arguments: [
      policy("caCertificateRefs: [{group: '', kind: ConfigMap, name: gone}]"),
      policy("caCertificateRefs: [{group: '', kind: Secret, name: ca}]"),
      rule("tls: {mode: MUTUAL, credentialName: client}"),
      rule("tls: {mode: SIMPLE, credentialName: gone}"),
    ])
  func impossible(_ manifest: String) {
    #expect(Self.answer(manifest).outcome == Self.refused)
  }

  @Test(
    "by a policy for one port leave the others alone",
    arguments: [("name: web, sectionName: http", "https"), ("name: web, sectionName: x", "http")])
  func sections(_ target: String, _ scheme: String) {
    let policy = Self.policy("wellKnownCACertificates: System", target: target)
    #expect(Self.answer(policy).upstreamScheme == scheme)
  }

  @Test("by a policy take the place of the Service's DestinationRule, not of the Gateway's")
  func precedence() {
    let policy = Self.policy("wellKnownCACertificates: System")
    #expect(Self.answer(policy, Self.rule("tls: {mode: DISABLE}")).upstreamScheme == "https")
    let own = Self.rule("tls: {mode: DISABLE}").replacing(
      "namespace: app", with: "namespace: infra"
    )
    .replacing("host: web", with: "host: web.app.svc.cluster.local")
    #expect(Self.answer(policy, own).upstreamScheme == "http")
  }
}
