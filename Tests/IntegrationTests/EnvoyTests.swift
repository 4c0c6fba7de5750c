import Foundation
import Running
import Testing

/// What is written for recorded inputs, served by a real Envoy; see `Envoy/replay.py`.
@Suite("a real Envoy", .serialized)
struct EnvoyTests {
  private static let envoy = Script.envoy

  @Test(
    "answers as recorded under Istio when configured by our renderer, and else as predicted",
    .enabled { await envoy.value != nil })
  func renderer() async throws {
    let summary = try await Self.replay("gateway", "istio-oracle", Run.gatewright.path)
    #expect(Self.figure("probes", in: summary) > 2000)
    #expect(Self.figure("cases", in: summary) > 105)
    #expect(Self.figure("copies counted", in: summary) >= 5)
  }

  @Test("answers requests to what is written as predicted", .enabled { await envoy.value != nil })
  func output() async throws {
    let summary = try await Self.replay("ingress", "ingress-nginx-oracle", Run.gatewright.path)
    #expect(Self.figure("probes", in: summary) > 12000)
    #expect(Self.figure("cases", in: summary) > 150)
    #expect(Self.figure("shares measured", in: summary) >= 10)
  }

  /// Replays recorded cases without a fault, and hands back the summary.
  private static func replay(_ kind: String, _ cases: String, _ more: String...) async throws
    -> String
  {
    let folder = packageFolder.appendingPathComponent("testdata/\(cases)").path
    let arguments = [kind, try #require(await envoy.value), folder] + more
    let run = try await Script("Envoy/replay.py", arguments, patience: 240)
    let summary = run.output.split(separator: "\n").last.map(String.init) ?? ""
    print("Envoy, \(kind): \(summary)")
    #expect(run.status == 0, "\(run.output.prefix(8000))")
    return summary
  }

  /// A figure of the summary, which reads `name: count, ...`.
  private static func figure(_ name: String, in summary: String) -> Int {
    let pair = summary.split(separator: ", ").first { $0.hasPrefix("\(name): ") }
    return pair.flatMap { Int($0.dropFirst(name.count + 2)) } ?? 0
  }
}
