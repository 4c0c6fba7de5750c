import Evidence
import Gatewright
import RecordedAnswers
import Testing

@Suite("--allow-envoy-filter")
struct EnvoyFilterTests {
  private static var options: MigrationOptions {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    return options
  }

  @Test(
    "leaves no difference without a finding, and writes nothing that is not read back",
    arguments: RecordedCase.all("ingress-nginx-oracle"))
  func explained(_ recorded: RecordedCase) throws {
    let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
    let report = verify([input], options: Self.options)
    #expect(
      report.unexplained.isEmpty, "\(recorded):\n  \(report.faults.joined(separator: "\n  "))")
    let codes = Set(report.findings.map(\.rule.code))
    #expect(
      codes.isDisjoint(with: ["gateway-patch-not-understood", "gateway-route-table-refused"]))
  }
}
