import Evidence
import Gatewright
import RecordedAnswers
import Routing
import Testing

@Suite("our own output")
struct DifferenceTests {
  @Test(
    "answers like ingress-nginx, or the report says where not",
    arguments: RecordedCase.all("ingress-nginx-oracle"))
  func differences(_ recorded: RecordedCase) throws {
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    var tracer = Tracer([input], options: MigrationOptions())
    var unreported: [String] = []
    for probe in try recorded.probes() {
      let traced = tracer.trace(probe.request.probe)
      guard traced.agree == false, !traced.isExplained else { continue }
      unreported.append("\(probe.request.line): \(traced.aspects) \(traced.causes.map(\.code))")
    }
    let shown = unreported.prefix(5).joined(separator: "\n  ")
    #expect(unreported.count == 0, "\(recorded):\n  \(shown)")
  }
}

extension RecordedRequest {
  /// The request as the library takes it.
  var probe: RequestProbe {
    let request = routed(client: "203.0.113.10")
    return RequestProbe(
      method: request.method,
      scheme: request.scheme == .https ? .https : .http, host: request.host,
      target: request.target, headers: request.headers.map { HeaderLine($0.name, $0.value) },
      clientAddress: request.clientAddress, bodyLength: request.bodyLength,
      stickyCookieFrom: request.sessionOf)
  }
}
