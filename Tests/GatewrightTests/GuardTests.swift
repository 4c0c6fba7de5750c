import Evidence
import Gatewright
import Testing

/// Who gets in, from the Ingress to the answers of the new routes.
@Suite("guards")
struct GuardTests {
  private func input(_ annotations: [String: String], host: String = "a.test") -> [Input] {
    Shop.input(
      Shop.services, Shop.ingress("web", host: host, service: "web", annotations: annotations))
  }

  private func status(_ answer: TraceAnswer?) -> Int? {
    switch answer?.outcome {
    case .answered(let status, _)?: status
    case .forwarded?: 200
    case .failed?, nil: nil
    }
  }

  @Test(
    "keep out and let in whom nginx does",
    arguments: [
      (["allowlist-source-range": "10.0.0.0/8"], "10.1.1.1", 200),
      (["allowlist-source-range": "10.0.0.0/8"], "192.0.2.1", 403),
      (["denylist-source-range": "10.0.0.0/8"], "10.1.1.1", 403),
      (["denylist-source-range": "10.0.0.0/8"], "192.0.2.1", 200),
      (
        ["denylist-source-range": "10.0.0.1", "allowlist-source-range": "10.0.0.0/8"], "10.0.0.1",
        403
      ),
      (["whitelist-source-range": "2001:db8::/32"], "2001:db8::1", 200),
      (["whitelist-source-range": "2001:db8::/32"], "10.0.0.1", 403),
    ] as [([String: String], String, Int)])
  func addresses(_ annotations: [String: String], _ client: String, _ expected: Int) {
    let quoted = annotations.mapValues { "\"\($0)\"" }
    for host in ["a.test", "a.test:8080", "A.TEST"] {
      let probe = RequestProbe(host: host, clientAddress: client)
      let traced = trace([probe], through: input(quoted))
      #expect(status(traced.first?.ingress) == expected)
      #expect(status(traced.first?.gateway) == expected, "\(host)")
    }
    #expect(verify(input(quoted)).unexplained.isEmpty)
  }

  @Test(
    "ask the service whom nginx asks about",
    arguments: [("all", "10.0.0.1", true), ("any", "10.0.0.1", false), ("any", "192.0.2.1", true)])
  func service(_ satisfy: String, _ client: String, _ isAsked: Bool) {
    let inputs = input([
      "auth-url": "http://auth.ops.svc/check", "satisfy": satisfy,
      "allowlist-source-range": "\"10.0.0.0/8\"",
    ])
    let traced = trace([RequestProbe(host: "a.test", clientAddress: client)], through: inputs)
    #expect(traced.first?.ingress?.conditions.isEmpty == !isAsked)
    #expect(traced.first?.gateway?.conditions.isEmpty == !isAsked)
    #expect(verify(inputs).unexplained.isEmpty)
  }

  @Test(
    "close what cannot be said, and open it where that is accepted",
    arguments: [
      ("limit-rps", "\"3\"", "rate-limit-lost"), ("auth-url", "http://$host/x", ""),
      ("auth-url", "http://auth.ops.svc/x?y", "external-authentication-lost"),
      ("limit-connections", "\"3\"", "connection-limit-lost"),
      ("proxy-body-size", "2m", "body-limit-lost"),
    ])
  func closed(_ key: String, _ value: String, _ code: String) {
    guard !code.isEmpty else { return }
    let probe = RequestProbe(host: "a.test")
    let inputs = input([key: value])
    #expect(status(trace([probe], through: inputs).first?.gateway) == 403)
    #expect(migrate(inputs).report.worstSeverity == .error)
    for acceptance in [
      Acceptance(code: code), Acceptance(code: code, of: QualifiedName("shop", "web")),
    ] {
      var options = MigrationOptions()
      options.accepted = [acceptance]
      #expect(status(trace([probe], through: inputs, options: options).first?.gateway) == 200)
      let report = migrate(inputs, options: options).report
      #expect(report.groups.first { $0.rule.code == code }?.severity == .note)
      #expect(report.worstSeverity != .error)
      #expect(!report.groups.contains { $0.rule.code == "acceptance-unmet" })
    }
    var options = MigrationOptions()
    options.accepted = [Acceptance(code: code, of: QualifiedName("shop", "other"))]
    let report = migrate(inputs, options: options).report
    #expect(report.worstSeverity == .error)
    #expect(report.groups.contains { $0.rule.code == "acceptance-unmet" })
  }

  @Test("close every path to which requests for a protected expression fall")
  func lostExpression() {
    let texts = ["(?=x)/admin", "/"].enumerated().map { index, path in
      Shop.ingress(
        "web-\(index)", host: "a.test", service: "web",
        annotations: index == 0
          ? ["use-regex": "\"true\"", "allowlist-source-range": "\"10.0.0.0/8\""] : [:]
      ).replacing("path: /\n", with: "path: /\(index == 0 ? "(?=a)admin" : "")\n")
        .replacing("pathType: Prefix", with: "pathType: ImplementationSpecific")
    }
    let inputs = Shop.input(Shop.services, texts.joined())
    let answer = trace(
      [RequestProbe(host: "a.test", target: "/admin")], through: inputs
    ).first
    #expect(status(answer?.ingress) == 403)
    #expect([403, 404].contains(status(answer?.gateway) ?? 0))
  }

  @Test("know an authentication service from the MeshConfig that is given")
  func meshConfig() {
    let inputs = input(["auth-url": "http://auth.ops.svc/check"])
    let routes = migrate(inputs).manifests.map { "---\n\($0.yaml)" }.joined()
    let given = [Input(name: "routes.yaml", text: routes)]
    let name = routes.split(separator: "\n").first { $0.hasPrefix("    name: auth-") }?.dropFirst(
      10)
    let mesh =
      "meshConfig:\n  extensionProviders:\n  - name: \(name ?? "")\n    envoyExtAuthzHttp: {}"
    for (text, isKnown) in [(mesh, true), ("extensionProviders: []", false)] {
      var options = MigrationOptions()
      options.meshConfig = Input(name: "mesh.yaml", text: text)
      let traced = trace(
        [RequestProbe(host: "a.test")], through: inputs, gateway: given, options: options)
      #expect((status(traced.first?.gateway) == 200) == isKnown)
    }
  }

  @Test("ask for a certificate in the handshake, of that host alone")
  func certificates() {
    let secured = { (name: String, annotations: [String: String]) in
      Shop.ingress(name, host: "\(name).test", service: "web", annotations: annotations)
        .replacing("  rules:", with: "  tls: [{hosts: [\(name).test], secretName: tls}]\n  rules:")
    }
    let inputs = Shop.input(
      Shop.services, secured("a", ["auth-tls-secret": "shop/ca"]), secured("b", [:]))
    let answers = { (host: String, certificate: RequestProbe.ClientCertificate) in
      trace(
        [RequestProbe(scheme: .https, host: host, clientCertificate: certificate)], through: inputs
      ).first?.gateway
    }
    #expect(status(answers("a.test", .absent)) == nil)
    #expect(status(answers("a.test", .untrusted)) == nil)
    #expect(status(answers("a.test", .trusted)) == 200)
    #expect(status(answers("b.test", .absent)) == 200)
    let steps = migrate(inputs).report.steps.flatMap(\.commands)
    #expect(steps.contains { $0.contains("create secret generic tls-cacert") })
    #expect(verify(inputs).unexplained.isEmpty)
  }
}
