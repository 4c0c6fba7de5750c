import Evidence
import Gatewright
import RecordedAnswers
import Testing

@Suite("idiomatic style")
struct StyleTests {
  private static let cases = RecordedCase.all("ingress-nginx-oracle")

  @Test("leaves no difference without a reason", arguments: cases)
  func explained(_ recorded: RecordedCase) throws {
    let report = verify([try input(recorded)], options: idiomatic)
    #expect(
      report.unexplained.isEmpty, "\(recorded):\n  \(report.faults.joined(separator: "\n  "))")
  }

  @Test("is the faithful form, byte for byte, where nothing has another", arguments: cases)
  func unchanged(_ recorded: RecordedCase) throws {
    var options = idiomatic
    options.verification.isOn = false
    let styled = migrate([try input(recorded)], options: options)
    options.style = .faithful
    let faithful = migrate([try input(recorded)], options: options)
    let isStyled = styled.report.groups.contains { $0.rule.code == "style-changes-answer" }
    let isKept = styled.report.groups.contains { $0.rule.code == "style-not-applied" }
    let isPattern = styled.report.groups.contains { $0.rule.code == "host-in-regex-mode" }
    if !isStyled, !isPattern || isKept {
      #expect(styled.manifests == faithful.manifests, "\(recorded)")
    }
  }

  @Test("explains nothing but what the form of the paths changes")
  func narrow() throws {
    let report = verify([Input(name: "input.yaml", text: Self.shop)], options: idiomatic)
    #expect(report.unexplained.isEmpty)
    let targets = report.byStyle.map(\.request.target).sorted()
    #expect(targets.count == 2 && targets.first == "/apI", "\(targets)")
    #expect(targets.last?.hasPrefix("/api") == true)
    let other = Input(name: "routes.yaml", text: Self.wrong)
    let wrong = verify(
      [Input(name: "input.yaml", text: Self.shop)], gateway: [other], options: idiomatic)
    #expect(!wrong.unexplained.isEmpty)
  }

  private static let shop = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: shop
      annotations: {nginx.ingress.kubernetes.io/use-regex: "true"}
    spec:
      ingressClassName: nginx
      rules:
      - host: a.test
        http:
          paths:
          - path: /api
            pathType: Prefix
            backend: {service: {name: api, port: {number: 80}}}
    """

  private static let wrong = """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: ingress, namespace: shop}
    spec:
      gatewayClassName: istio
      listeners: [{name: http, port: 80, protocol: HTTP}]
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: web, namespace: shop}
    spec:
      parentRefs: [{name: ingress}]
      hostnames: [a.test]
      rules:
      - matches: [{path: {type: PathPrefix, value: /api}}]
        backendRefs: [{name: other, port: 80}]
    """

  private var idiomatic: MigrationOptions {
    var options = MigrationOptions()
    options.style = .idiomatic
    return options
  }

  private func input(_ recorded: RecordedCase) throws -> Input {
    Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
  }
}
