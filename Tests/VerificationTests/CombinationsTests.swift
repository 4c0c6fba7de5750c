import Testing

@testable import Verification

@Suite("combinations")
struct CombinationsTests {
  @Test(
    "are all that there are, each once",
    arguments: [
      ([], 1), ([1], 1), ([3], 3), ([2, 3], 6), ([2, 1, 3], 6), ([2, 2, 2, 2], 16),
    ] as [([Int], Int)])
  func all(_ sizes: [Int], _ count: Int) {
    let combinations = Combinations(sizes, limit: 16)
    #expect(combinations.isComplete)
    let found = Array(combinations)
    #expect(found.count == count && Set(found).count == count)
    #expect(found.first == sizes.map { _ in 0 })
    for digits in found { #expect(zip(digits, sizes).allSatisfy { $0 < $1 }) }
  }

  @Test("beyond a limit are the pairs, and no more than the limit")
  func pairs() {
    let sizes = [3, 3, 3, 3, 3]
    let combinations = Combinations(sizes, limit: 242)
    #expect(!combinations.isComplete)
    let found = Array(combinations)
    #expect(found.count <= 242)
    #expect(found.first == [0, 0, 0, 0, 0])
    for first in sizes.indices {
      for second in sizes.indices where second > first {
        let pairs = Set(found.map { [$0[first], $0[second]] })
        #expect(pairs.count == 9)
      }
    }
    #expect(Array(Combinations([1000, 1000, 1000], limit: 500)).count <= 500)
    #expect(Array(Combinations([Int](repeating: 9, count: 60), limit: 100)).count <= 100)
  }
}
