import Evidence
import Foundation
import Gatewright
import Reporting
import Testing

@Suite("steps of a rollout")
struct StepsTests {
  private static func report(commands: Int) -> Report {
    var report = Sample.report(0)
    report.steps = [
      RolloutStep(
        .cleanUp, title: "Delete the Ingresses.", reason: "Nobody asks them.",
        commands: (0..<commands).map { "kubectl delete ingress web-\($0)" })
    ]
    return report
  }

  @Test(
    "have few commands on a terminal, with the number of the others",
    arguments: [(0, 0, nil), (1, 1, nil), (8, 8, nil), (9, 5, "# and 4 more"), (2_000, 5, "1,995")])
  func bounded(_ commands: Int, _ shown: Int, _ note: String?) {
    let text = render(Self.report(commands: commands), as: .text(TextStyle()))
    #expect(text.components(separatedBy: "kubectl delete").count - 1 == shown)
    #expect(text.contains("more; --report FILE.md") == (note != nil))
    if let note { #expect(text.contains(note)) }
  }

  @Test("have all of them where they are copied from", arguments: [Format.markdown, .json])
  func whole(_ format: Format) {
    let text = render(Self.report(commands: 2_000), as: format)
    #expect(text.components(separatedBy: "kubectl delete").count - 1 == 2_000)
  }
}
