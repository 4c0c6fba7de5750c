import Evidence
import Gatewright
import RecordedAnswers
import Routing
import Testing

@Suite("our own output")
struct DifferenceTests {
  @Test("answers like ingress-nginx, or the report says where not")
  func differences() throws {
    var unreported: [String] = []
    for recorded in RecordedCase.all("ingress-nginx-oracle") {
      unreported += try self.unreported(recorded)
    }
    #expect(unreported.isEmpty, "\(unreported.count):\n\(unreported.joined(separator: "\n"))")
  }

  private func unreported(_ recorded: RecordedCase) throws -> [String] {
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    let options = MigrationOptions()
    let report = migrate([input], options: options).report
    let codes = Set(report.groups.map(\.rule.code))
    var tracer = Tracer([input], options: options)
    return try recorded.probes().compactMap { probe in
      let traced = tracer.trace(probe.request.probe)
      guard traced.agree == false, let before = traced.ingress, let after = traced.gateway else {
        return nil
      }
      return "\(recorded) \(probe.request.line)\n     \(before.outcome) \(before.upstreamPath ?? "") \(before.upstreamHost ?? "")\n     \(after.outcome)  \(after.upstreamPath ?? "") \(after.upstreamHost ?? "") \(codes.sorted())"
    }
  }
}

extension RecordedRequest {
  var probe: RequestProbe {
    let request = routed(client: "203.0.113.10")
    return RequestProbe(
      method: request.method, scheme: RequestProbe.Scheme(rawValue: request.scheme.rawValue) ?? .http,
      host: request.host, target: request.target,
      headers: request.headers.map { HeaderLine($0.name, $0.value) },
      clientAddress: request.clientAddress, bodyLength: request.bodyLength,
      stickyCookieFrom: request.sessionOf)
  }
}
