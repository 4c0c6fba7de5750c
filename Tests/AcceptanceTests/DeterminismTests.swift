import Foundation
import Gatewright
import Running
import Testing

/// A repository that holds the output must see no difference where there is none.
@Suite("determinism")
struct DeterminismTests {
  /// Each process hashes with a seed of its own, so processes are what has to be compared.
  @Test("gives the same bytes in twenty runs")
  func twentyRuns() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for input in GeneratedCluster(seed: 1, count: 60).inputs + Self.large {
      guard case .bytes(let bytes) = input.content else { continue }
      try folder.write(String(decoding: bytes, as: UTF8.self), to: input.name)
    }
    var runs: [Run] = []
    for _ in 0..<20 { runs.append(try await Run(["migrate", "."], in: folder.url)) }
    #expect(runs.first?.bytes.isEmpty == false)
    #expect(Set(runs.map { $0.bytes }).count == 1)
    #expect(Set(runs.map { $0.errors }).count == 1)
  }

  /// More listeners than one Gateway can hold.
  private static var large: [Input] {
    let text = (0..<90).map {
      IngressSketch("site-\($0)", "site-\($0).example.org").created(minute: $0)
        .secured("site-\($0).example.org", by: "tls").yaml
    }
    return [Input(name: "large.yaml", text: text.joined())]
  }

  @Test("does not hang on the order of files", arguments: 1...12)
  func shuffledFiles(_ seed: UInt64) {
    let inputs = GeneratedCluster(seed: seed, count: 30).inputs + Self.large
    let expected = migrate(inputs)
    var dice = Dice(seed: seed)
    for _ in 0..<3 {
      let shuffled = migrate(inputs.shuffled(using: &dice))
      #expect(shuffled.manifests == expected.manifests)
      #expect(shuffled.report == expected.report)
    }
  }

  @Test("does not hang on the order of documents", arguments: 1...12)
  func shuffledDocuments(_ seed: UInt64) {
    let cluster = GeneratedCluster(seed: seed, count: 30)
    var options = MigrationOptions()
    options.writesProvenance = false
    func manifests(_ ingresses: [IngressSketch]) -> [Manifest] {
      let text = ingresses.map { $0.yaml }.joined()
      return migrate([Input(name: "all.yaml", text: text)], options: options).manifests
    }
    var dice = Dice(seed: seed)
    #expect(manifests(cluster.ingresses.shuffled(using: &dice)) == manifests(cluster.ingresses))
  }
}
