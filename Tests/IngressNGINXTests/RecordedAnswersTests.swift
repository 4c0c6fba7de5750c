import Evidence
import IngressNGINX
import Kubernetes
import RecordedAnswers
import Routing
import Testing
import Tracing

@Suite("recorded answers of ingress-nginx")
struct RecordedAnswersTests {
  @Test("are all given, but for the listed exceptions, which are of known cases")
  func exceptions() throws {
    let cases = RecordedCase.all("ingress-nginx-oracle")
    let probes = try cases.reduce(0) { try $0 + $1.probes().count }
    let listed = Unanswered.byCase.values.reduce(0) { $0 + $1.probes }
    #expect(Set(Unanswered.byCase.keys).isSubset(of: cases.map(\.name)))
    print("ingress-nginx-oracle: \(probes - listed) of \(probes) answers equal, \(listed) listed")
  }

  @Test("are the model's answers", arguments: RecordedCase.all("ingress-nginx-oracle"))
  func answers(_ recorded: RecordedCase) throws {
    let (cluster, options) = try recorded.cluster()
    let site = IngressNGINX.read(cluster, options: options).site
    let answering = Answering(site)
    let comparison = Comparison(
      responseHeaders: [
        "strict-transport-security", "set-cookie", "www-authenticate", "x-team", "x-var",
        "access-control-allow-origin", "access-control-allow-methods",
        "access-control-allow-headers", "access-control-max-age",
        "access-control-allow-credentials", "access-control-expose-headers",
      ], checksAll: true)
    var faults: [String] = []
    for probe in try recorded.probes() {
      let answer = answering.answer(to: probe.request.routed(client: "203.0.113.10"))
      let differences = comparison.differences(answer, probe.answer)
      if !differences.isEmpty { faults.append("\(probe.request.line): \(differences)") }
    }
    let shown = faults.prefix(6).joined(separator: "\n  ")
    #expect(faults.count == Unanswered.byCase[recorded.name]?.probes ?? 0, "\(recorded): \(shown)")
  }
}
