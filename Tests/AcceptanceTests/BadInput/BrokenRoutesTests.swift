import Foundation
import Gatewright
import Testing

/// New routes of any kind of text: `verify` answers, and never ends the process.
@Suite("broken routes")
struct BrokenRoutesTests {
  private static let ingresses: [Input] = {
    let paths: [IngressSketch.Path] = [
      .init("/", "web"), .init("/a", "next", type: "Exact"),
      .init("/b/[0-9]+", "web", type: "ImplementationSpecific"),
    ]
    let main = IngressSketch("main", "a.example.com", "*.example.com", paths: paths)
      .with("use-regex: 'true'").secured("a.example.com", by: "a-tls").created(minute: 0)
    let next = IngressSketch("next", "a.example.com", to: "next")
      .with("canary: 'true'", "canary-weight: '10'", "canary-by-header: X-Try").created(minute: 1)
    return [Input(name: "input.yaml", text: main.yaml + next.yaml)]
  }()

  @Test("of the recorded kinds are compared", arguments: try BrokenCase.all())
  func recorded(_ broken: BrokenCase) throws {
    let inputs = try broken.inputs()
    let report = verify(Self.ingresses, gateway: inputs)
    #expect(report.hosts.contains { $0.host == "a.example.com" && $0.verdict == .differs })
    _ = verify(inputs, gateway: inputs)
  }

  private static let pieces = [
    "", "0", "-1", "99999999999999999999", "true", "~", "''", "[]", "{}", "- ", ": ", "\n", "\n  ",
    "\"", "'", "*a", "&a ", "!!int ", "0x", "\u{0}", "é", "..", "//", "%2f", "(", "[", "*",
    "{9999}",
    "(?i)", "\\", "*.", "$", "9223372036854775807", "RegularExpression", "https", "(?=a)",
  ]

  @Test("that were changed at random are compared", arguments: 1...8)
  func mutated(_ seed: Int) {
    let text = migrate(Self.ingresses).manifests.map(\.yaml).joined(separator: "---\n")
    let bytes = Array(text.utf8)
    var dice = Dice(seed: UInt64(seed))
    for _ in 0..<25 {
      var changed = bytes
      for _ in 0..<(1 + dice.roll(6)) {
        let start = dice.roll(changed.count)
        let end = min(changed.count, start + dice.roll(12))
        changed.replaceSubrange(start..<end, with: dice.pick(Self.pieces).utf8)
      }
      let gateway = [Input(name: "routes.yaml", bytes: changed)]
      let report = verify(Self.ingresses, gateway: gateway)
      #expect(report.hosts.contains { $0.host == "a.example.com" })
      var tracer = Tracer(Self.ingresses, gateway: gateway)
      for difference in report.differences {
        let traced = tracer.trace(difference.request)
        #expect(traced.gateway?.outcome == difference.after.outcome)
        #expect(traced.ingress?.outcome == difference.before.outcome)
      }
    }
  }

  @Test("that are no routes at all are compared")
  func nothing() {
    let texts = ["", "---\n", "# nothing", "[]", "1", "{", "kind: HTTPRoute", "\u{FEFF}", "\u{0}"]
    for gateway in texts.map({ [Input(name: "routes.yaml", text: $0)] }) + [[]] {
      let report = verify(Self.ingresses, gateway: gateway)
      #expect(report.hosts.first { $0.host == "a.example.com" }?.verdict == .differs)
      #expect(verify([], gateway: gateway).differences.count >= 0)
    }
    let unreadable = [Input(name: "gone.yaml", unreadable: "No such file")]
    let report = verify(Self.ingresses, gateway: unreadable)
    #expect(report.findings.contains { $0.occurrences.contains { $0.message.contains("No such") } })
  }
}
