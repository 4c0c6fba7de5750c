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
@Suite("explore")
struct Explore {
  @Test func numbers() throws {
    var verdicts: [String: Int] = [:]
    var causes: [String: Int] = [:]
    var classes = 0
    for recorded in RecordedCase.all("ingress-nginx-oracle") {
      let input = Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml"))
      let report = verify([input])
      for host in report.hosts {
        verdicts[host.verdict.rawValue, default: 0] += 1
        classes += host.classes
        for doubt in host.doubts { print("DOUBT", recorded, host.host, doubt) }
        for d in host.differences {
          if d.causes.map(\.code) == ["default-server-differs"], d.aspects == ["status"] {
            print(
              "D", recorded, d.host, d.request.target, d.before.outcome, d.after.outcome, d.paths)
          }
          causes[
            d.causes.map(\.code).joined(separator: "+") + " " + d.aspects.joined(separator: ","),
            default: 0] += 1
        }
      }
    }
    print(verdicts, classes)
    for (k, v) in causes.sorted(by: { $0.value > $1.value }) { print("CAUSE", v, k) }
  }
}
