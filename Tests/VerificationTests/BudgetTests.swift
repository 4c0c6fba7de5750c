import Routing
import Testing
import Verification

/// Hosts whose comparison would never end.
@Suite("budgets")
struct BudgetTests {
  private static let blown = (1...12).map { index in
    Sites.route(.whole("/.*a.{\(8 + index)}b\(index)"), to: "s\(index)")
  }

  private func verdict(
    _ before: [Route], _ after: [Route], _ budget: Budget = Budget()
  ) throws -> HostVerdict {
    let comparison = Comparison(Sites.envoy(before), Sites.envoy(after), budget: budget)
    return try #require(comparison.verdicts().first { $0.host.name == Sites.name })
  }

  @Test("end the comparison of patterns that blow up, and say how far it came")
  func patterns() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let verdict = try verdict(Self.blown, Self.blown, Budget(states: 4_000))
    #expect(clock.now - start < .seconds(60))
    let words = try #require(verdict.uncovered.first)
    #expect(words.hasPrefix("http paths longer than ") && words.hasSuffix(" bytes"))
    #expect(verdict.uncovered.count == 1)
    #expect(verdict.differences.isEmpty)
    let length = try #require(words.split(separator: " ").compactMap { Int($0) }.first)
    #expect((3...20).contains(length))
  }

  @Test("do not hide a short difference")
  func shortDifference() throws {
    let other = Self.blown + [Sites.route(.exact("/x"))]
    let verdict = try verdict(Self.blown, other, Budget(states: 500))
    #expect(verdict.differences.map(\.request.target) == ["/x"])
    #expect(!verdict.uncovered.isEmpty)
  }

  @Test("of states reach further the larger they are")
  func growth() throws {
    let lengths = try [100, 1_000, 4_000].map { states -> Int in
      let verdict = try verdict(Self.blown, Self.blown, Budget(states: states))
      let words = verdict.uncovered.first?.split(separator: " ") ?? []
      return words.compactMap { Int($0) }.first ?? 0
    }
    #expect(lengths == lengths.sorted() && Set(lengths).count == 3)
  }

  @Test("end the comparison of too many headers, and say so")
  func headers() throws {
    let routes = (1...20).map { index in
      Sites.route(
        .prefix("/"), to: "s\(index)", when: [.header(name: "X-\(index)", .exact("on"))])
    }
    let verdict = try verdict(routes, routes)
    #expect(
      verdict.uncovered == ["some combinations of more than two headers, cookies and methods"])
    let fewer = try self.verdict(routes, Array(routes.dropLast()))
    #expect(fewer.differences.map(\.request.headers) == [[Header("x-20", "on")]])
  }
}
