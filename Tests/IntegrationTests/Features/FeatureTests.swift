import Foundation
import Running
import Testing

/// Each feature, seen at a real nginx that serves what is read, and at a real Envoy that serves what
/// is written; see `Proxies/features.py`.
@Suite("features at real proxies", .serialized)
struct FeatureTests {
  @Test("are there on both sides", .enabled { await Proxies.installed.value != nil })
  func presence() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let proxies = try #require(await Proxies.installed.value)
    let inputs = folder.url.appending(path: "inputs")
    try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
    for feature in FeatureCase.all {
      try await feature.differential(below: inputs).write(below: folder.url)
    }
    let summary = try await proxies.compare(folder.url)
    print("features: \(summary.figures)")
    #expect(summary.status == 0, "\(summary.output.prefix(8000))")
    #expect(summary.figure("features seen") >= FeatureCase.all.count)
  }
}
