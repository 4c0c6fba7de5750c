import Testing

@testable import GatewayWriter

@Suite("weights")
struct WeightTests {
  @Test(
    "stay within a million in the same proportion",
    arguments: [
      ([80, 20], [80, 20]), ([995, 5], [995, 5]), ([1_000_000, 1], [1_000_000, 1]),
      ([3_000_000, 1_000_000], [3, 1]), ([4_000_000, 0], [1, 0]), ([], []),
    ])
  func weights(_ written: [Int], _ expected: [Int]) {
    #expect(gatewayWeights(written) == expected)
  }

  @Test("that share no divisor keep a share for everybody")
  func rounding() {
    let weights = gatewayWeights([Int.max - 1, 1])
    #expect(weights.allSatisfy { (1...1_000_000).contains($0) })
  }
}
