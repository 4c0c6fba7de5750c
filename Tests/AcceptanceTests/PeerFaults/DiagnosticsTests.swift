import Evidence
import Gatewright
import Reporting
import Testing

/// A loss that nobody is told of is the worst fault of all.
@Suite("diagnostics")
struct DiagnosticsTests {
  @Test(
    "name lost protection as an error",
    arguments: [
      "auth-url: 'https://auth.example.com/check?of=$host'", "auth-type: basic",
      "limit-connections: '5'", "limit-rps: '5'", "proxy-body-size: 8k",
      "force-ssl-redirect: 'true'",
    ])
  func protection(_ annotation: String) {
    let text = IngressSketch("web", "a.example.com").with(annotation).yaml
    let report = migrate([Input(name: "a.yaml", text: text)]).report
    #expect(report.worstSeverity == .error)
    #expect(report.ingresses.first?.verdict != .exact)
  }

  @Test(
    "are not needed where a policy protects",
    arguments: [
      "whitelist-source-range: 10.0.0.0/8", "denylist-source-range: 10.0.0.0/8",
      "auth-url: 'https://auth.example.com/check'",
    ])
  func policies(_ annotation: String) {
    let text = IngressSketch("web", "a.example.com").with(annotation).yaml
    let migration = migrate([Input(name: "a.yaml", text: text)])
    #expect(migration.manifests.contains { $0.reference.kind == "AuthorizationPolicy" })
    #expect(migration.report.worstSeverity != .error)
  }

  @Test("name every Ingress once, with a verdict")
  func verdicts() {
    let text = (0..<50).map { IngressSketch("web-\($0)", "h\($0).example.com").yaml }.joined()
    let report = migrate([Input(name: "a.yaml", text: text)]).report
    #expect(report.ingresses.map { $0.reference.name }.count == 50)
    #expect(report.summary.ingresses == 50)
  }

  @Test("say a thousand equal findings once")
  func grouping() {
    let texts = (0..<1000).map {
      IngressSketch("web-\($0)", "h\($0).example.com").with("proxy-read-timeout: '7'").yaml
    }
    let report = migrate([Input(name: "a.yaml", text: texts.joined())]).report
    let groups = report.groups.filter { $0.rule.code == "annotation-not-carried-over" }
    #expect(groups.count == 1)
    #expect(groups.first?.occurrences.count == 1000)
    #expect(render(report, as: .text(TextStyle())).utf8.count < 20_000)
  }

  @Test("say what was left aside")
  func skipped() {
    let text = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a, namespace: shop}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: other, namespace: shop}
      spec: {ingressClassName: traefik, defaultBackend: {service: {name: a, port: {number: 1}}}}
      """
    let report = migrate([Input(name: "a.yaml", text: text)]).report
    #expect(report.summary.skipped == ["apps/v1 Deployment": 1])
    #expect(report.ingresses.first?.verdict == .notServed)
    #expect(report.groups.contains { $0.rule.code == "ingress-of-another-class" })
  }

  @Test("carry no colours and no boxes where nobody asks for them")
  func plainText() {
    let text = IngressSketch("web", "a.example.com").with("auth-type: basic").yaml
    let report = render(migrate([Input(name: "a.yaml", text: text)]).report, as: .text(TextStyle()))
    #expect(!report.contains("\u{1B}") && !report.contains("│"))
    #expect(report.contains("a.yaml:"))
  }
}
