import Evidence
import IngressNGINX
import Kubernetes
import RecordedAnswers
import Routing
import Testing
import Tracing

@Suite("recorded answers of ingress-nginx")
struct RecordedAnswersTests {
  @Test("are the model's answers", arguments: RecordedCase.all("ingress-nginx-oracle"))
  func answers(_ recorded: RecordedCase) throws {
    let site = try read(recorded).site
    let answering = Answering(site)
    let comparison = Comparison(responseHeaders: ["strict-transport-security", "set-cookie"])
    var faults: [String] = []
    for probe in try recorded.probes() {
      let answer = answering.answer(to: probe.request.routed(client: "203.0.113.10"))
      let differences = comparison.differences(answer, probe.answer)
      if !differences.isEmpty { faults.append("\(probe.request.line): \(differences)") }
    }
    let shown = faults.prefix(6).joined(separator: "\n  ")
    #expect(faults.count == Unanswered.byCase[recorded.name]?.probes ?? 0, "\(recorded): \(shown)")
  }

  private func read(_ recorded: RecordedCase) throws -> IngressNGINX.Reading {
    var importer = Importer()
    importer.read(try recorded.bytes("input.yaml"), file: "input.yaml")
    var cluster = importer.cluster
    let settings = try recorded.settings()
    for name in settings.emptyServices ?? [] {
      let parts = name.split(separator: "/").map(String.init)
      cluster.endpointSlices.append(
        EndpointSlice(
          metadata: Metadata(name: parts[1], namespace: parts[0]), serviceName: parts[1],
          readyEndpoints: 0))
    }
    return IngressNGINX.read(cluster, options: options(settings))
  }

  private func options(_ settings: RecordedSettings) -> ControllerOptions {
    var options = ControllerOptions()
    for (flag, value) in settings.controllerFlags ?? [:] {
      switch (flag, value) {
      case ("watch-ingress-without-class", .flag(let isOn)):
        options.watchesIngressWithoutClass = isOn
      case ("default-backend-service", .text(let name)):
        let parts = name.split(separator: "/").map(String.init)
        options.defaultBackendService = ObjectName(parts[0], parts[1])
      default: Issue.record("unknown flag \(flag)")
      }
    }
    return options
  }
}
