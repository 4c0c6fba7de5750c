import Foundation
import RecordedAnswers
import Running
import Testing

/// The configuration that we read, served by a real nginx, beside what is written of it, served by a
/// real Envoy; see `Proxies/differential.py`.
@Suite("real nginx and real Envoy", .serialized)
struct DifferentialTests {
  @Test(
    "answer as both sides of trace, and differ only where it says so",
    .enabled { await Proxies.installed.value != nil })
  func comparison() async throws {
    let (folder, odd) = (try TemporaryFolder(), try TemporaryFolder())
    defer { [folder, odd].forEach { $0.remove() } }
    let proxies = try #require(await Proxies.installed.value)
    try await Proxies.write(
      RecordedCase.all("ingress-nginx-oracle"), more: Proxies.moreRequests(below: odd.url),
      below: folder.url)
    let summary = try await proxies.compare(folder.url)
    for reason in summary.lines("SKIPPED") { print("SKIPPED: \(reason)") }
    print("nginx and Envoy: \(summary.figures)")
    #expect(summary.status == 0, "\(summary.output.prefix(8000))")
    #expect(summary.figure("cases of both") >= 100)
    #expect(summary.figure("compared") > 10_000)
    #expect(summary.figure("shares measured") >= 10)
    #expect(summary.lines("EXCUSED").filter { $0.hasSuffix(": 0") } == [])
  }

  @Test(
    "are found to differ where anything is broken",
    .enabled { await Proxies.installed.value != nil })
  func breakages() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let proxies = try #require(await Proxies.installed.value)
    let cases = RecordedCase.all("ingress-nginx-oracle")
    for breakage in Breakage.all {
      let recorded = try #require(cases.first { $0.name == breakage.of })
      try await DifferentialCase(recorded).write(below: folder.url, broken: breakage)
    }
    let summary = try await proxies.compare(folder.url)
    #expect(summary.status == 1, "\(summary.output.prefix(8000))")
    for breakage in Breakage.all {
      let faults = summary.lines("FAULT").filter { $0.hasPrefix("\(breakage.name): ") }
      #expect(
        faults.contains { $0.contains(breakage.sign) },
        "\(breakage.name): \(faults.prefix(6).joined(separator: "\n"))")
    }
  }

  @Test(
    "nginx refuses what it refused under the controller",
    .enabled { await Proxies.installed.value != nil },
    arguments: [
      ("duplicate-paths-03", "duplicate location \"/foo/\""),
      ("www-redirect-04", "invalid server name or wildcard \"www.*.wild.example.com\""),
    ])
  func refusals(_ name: String, _ reason: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cases = RecordedCase.all("ingress-nginx-oracle")
    let recorded = try #require(cases.first { $0.name == name })
    try await DifferentialCase(recorded).write(below: folder.url)
    let nginx = try #require(await Proxies.installed.value).nginx
    let run = try await Script("Proxies/refusal.py", [nginx, folder.url.path], patience: 30)
    #expect(run.output.contains(reason))
  }
}
