import Evidence
import Gatewright
import Testing

/// What others pass through to objects that an API server refuses, or take without a word.
@Suite("accepted silently")
struct AcceptedSilentlyTests {
  @Test(
    "is told, and what ingress-nginx serves of it is served",
    arguments: [
      PeerFault(
        "a host in capitals is the host in lower case",
        [
          IngressSketch("upper", "A.Example.com", to: "upper", path: "/x").created(minute: 0),
          IngressSketch("lower", "a.example.com", to: "lower").created(minute: 1),
        ],
        answers: [Probe("http://a.example.com/", "shop/lower:80")],
        finds: ["api-server-would-refuse"]),
      PeerFault(
        "a host that is no DNS name",
        [IngressSketch("odd", "A_B.example..com"), IngressSketch("web", "web.example.com")],
        answers: [Probe("http://web.example.com/", "shop/web:80")], finds: ["host-not-nameable"]),
      PeerFault(
        "an unbalanced regex",
        [
          IngressSketch("odd", "a.example.com", path: "/a(b").with("use-regex: 'true'"),
          IngressSketch("web", "web.example.com"),
        ],
        answers: [Probe("http://web.example.com/", "shop/web:80")],
        finds: ["configuration-refused"]),
      PeerFault(
        "TLS without a Secret",
        [IngressSketch("web", "a.example.com").secured("a.example.com", by: "''")],
        answers: [], finds: ["redirect-without-certificate"]),
      PeerFault(
        "a spec with a default backend only", [],
        beside: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: {name: all, namespace: shop}
          spec:
            ingressClassName: nginx
            defaultBackend: {service: {name: web, port: {number: 80}}}
          """,
        answers: [Probe("http://any.example.com/x", "shop/web:80")]),
      PeerFault(
        "a host without http", [IngressSketch("web", "web.example.com")],
        beside: """
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: {name: bare, namespace: shop}
          spec: {ingressClassName: nginx, rules: [{host: bare.example.com}]}
          """,
        answers: [
          Probe("http://bare.example.com/", "404"), Probe("http://web.example.com/", "shop/web:80"),
        ]),
    ])
  func accepted(_ fault: PeerFault) { fault.check() }

  @Test(
    "does not mean an empty success",
    arguments: [
      ("", "empty-file"), ("# nothing\n---\n", "empty-file"), ("a: b\n", "not-an-object"),
      (
        IngressSketch("a", "a.example.com").yaml.replacing("nginx\n", with: "other\n"),
        "ingress-of-another-class"
      ),
      (
        IngressSketch("a", "a.example.com").yaml.replacing("  ingressClassName: nginx\n", with: ""),
        "ingress-without-class"
      ),
      (IngressSketch("a", "a.example.com").yaml.replacing("rules", with: "rulez"), "unknown-field"),
    ])
  func nothingServed(_ text: String, _ code: String) {
    let migration = migrate([Input(name: "a.yaml", text: text)])
    #expect(migration.manifests.isEmpty)
    #expect(migration.report.groups.contains { $0.rule.code == code })
  }

  @Test("keeps the Gateway's name and class apart from the Ingress class")
  func gatewayOfOwnName() {
    var options = MigrationOptions()
    options.gateway.name = "edge"
    options.gateway.className = "istio-edge"
    let input = Input(name: "a.yaml", text: IngressSketch("a", "a.example.com").yaml)
    let gateway = migrate([input], options: options).manifests
      .first { $0.reference.kind == "Gateway" }
    #expect(gateway?.reference.name == "edge")
    #expect(gateway?.yaml.contains("gatewayClassName: istio-edge") == true)
  }

  @Test("writes no status, which an API server would drop or refuse")
  func noStatus() {
    let ingress = IngressSketch("a", "a.example.com").secured("a.example.com", by: "tls")
    let manifests = migrate([Input(name: "a.yaml", text: ingress.yaml)]).manifests
    #expect(manifests.allSatisfy { !$0.yaml.contains("status:") })
  }
}
