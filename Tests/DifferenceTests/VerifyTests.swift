import Evidence
import Gatewright
import RecordedAnswers
import Testing

@Suite("verify over our own output")
struct VerifyTests {
  @Test(
    "explains every difference by a finding",
    arguments: RecordedCase.all("ingress-nginx-oracle"))
  func explained(_ recorded: RecordedCase) throws {
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    let report = verify([input])
    #expect(
      report.unexplained.isEmpty, "\(recorded):\n  \(report.faults.joined(separator: "\n  "))")
  }

  @Test("ends on patterns that blow up, and says up to which length it compared")
  func budget() {
    let paths = (1...12).map { index in
      """
            - path: '/.*a.{\(7 + index)}b\(index)'
              pathType: ImplementationSpecific
              backend: {service: {name: s\(index), port: {number: 80}}}

      """
    }
    let ingress = """
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
      \(paths.joined())
      """
    var options = MigrationOptions()
    options.verification.stateBudget = 500
    let report = verify([Input(name: "input.yaml", text: ingress)], options: options)
    let host = report.hosts.first { $0.host == "a.test" }
    #expect(host?.uncovered.first?.hasPrefix("http paths longer than ") == true)
    #expect(host?.verdict != .equal && host?.verdict != .checked)
    #expect(report.unexplained.isEmpty)
  }
}
