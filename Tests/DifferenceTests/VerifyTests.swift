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
    let faults = report.unexplained.map { difference in
      "\(difference.host): \(difference.curl)\n    \(difference.aspects) \(difference.paths)\n    "
        + "\(difference.before.outcome) \(difference.before.upstreamPath ?? "")\n    "
        + "\(difference.after.outcome) \(difference.after.upstreamPath ?? "") \(difference.causes.map(\.code))"
    }
    #expect(faults.count == 0, "\(recorded):\n  \(faults.prefix(6).joined(separator: "\n  "))")
  }
}
