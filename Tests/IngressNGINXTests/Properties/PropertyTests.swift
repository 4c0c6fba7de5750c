import Foundation
import Testing

@testable import IngressNGINX

/// Invariants of the controller, held by 10,000 random sets of Ingresses.
///
/// `SEED=number` repeats a run, `SEED=random` makes a new one.
@Suite("properties")
struct PropertyTests {
  private static let setCount = 10_000
  private static let parts = 8

  private static let seed: UInt64 = {
    let asked = ProcessInfo.processInfo.environment["SEED"]
    return asked == "random"
      ? UInt64.random(in: 0...UInt64.max) : asked.flatMap(UInt64.init) ?? 15_001
  }()

  @Test("are at least fifteen, each with its rule")
  func catalogue() {
    #expect(Invariant.all.count >= 15)
    #expect(Set(Invariant.all.map(\.text)).count == Invariant.all.count)
    #expect(Invariant.all.allSatisfy { !$0.rule.isEmpty })
    print(
      "properties: \(Self.setCount) sets of Ingresses, \(Invariant.all.count) invariants, "
        + "SEED=\(Self.seed)")
  }

  @Test("hold for every set", arguments: 0..<parts)
  func hold(_ part: Int) {
    let size = Self.setCount / Self.parts
    for index in (part * size)..<((part + 1) * size) {
      let seed = Self.seed &+ UInt64(index) &* 0x2545_F491_4F6C_DD1D
      var cluster = RandomCluster(seed: seed)
      let reading = RandomReading(cluster.ingresses())
      for invariant in Invariant.all {
        guard let fault = invariant.fault(reading) else { continue }
        Issue.record("\(invariant.text) (\(invariant.rule)): \(fault); set \(index), seed \(seed)")
        return
      }
    }
  }
}
