import Routing
import Testing
import Tracing
import Verification

/// Pairs of sites with a known verdict.
@Suite("equivalence")
struct EquivalenceTests {
  private static let pairs =
    Pair.ofPatterns + Pair.ofPaths + Pair.ofProxies + Pair.ofConditions + Pair.ofWeights
    + Pair.ofRewrites + Pair.ofRedirects + Pair.ofCopies

  @Test("is proved, or refuted by the shortest request", arguments: pairs)
  func verdict(_ pair: Pair) throws {
    let verdict = try #require(pair.verdict)
    let first = verdict.differences.first
    #expect(verdict.uncovered.isEmpty)
    switch pair.expectation {
    case .equal:
      #expect(first == nil)
      #expect(verdict.checks.isEmpty)
    case .checked:
      #expect(first == nil)
      #expect(!verdict.checks.isEmpty)
    case .differs(let target): #expect(first?.request.target == target)
    case .differsAfter(let length): #expect(first?.request.target.utf8.count == length)
    }
    for difference in verdict.differences { check(difference, pair) }
  }

  /// A difference is one, whoever is asked.
  private func check(_ difference: Counterexample, _ pair: Pair) {
    let before = Answering(pair.before).answer(to: difference.request)
    let after = Answering(pair.after).answer(to: difference.request)
    #expect(before.outcome == difference.before.outcome)
    #expect(after.outcome == difference.after.outcome)
    #expect(before.disagreement(with: after) == difference.aspects)
  }

  @Test("agrees with asking every short path", arguments: pairs)
  func shortPaths(_ pair: Pair) throws {
    let verdict = try #require(pair.verdict)
    let before = Answering(pair.before)
    let after = Answering(pair.after)
    let plain = verdict.differences.first { $0.request.isPlain }?.request.target
    let differing = Self.paths.first { path in
      let request = Request(host: Sites.name, target: path)
      return !before.answer(to: request).disagreement(with: after.answer(to: request)).isEmpty
    }
    if let differing {
      #expect(plain?.utf8.count == differing.utf8.count, "\(differing) differs")
    } else if let plain {
      #expect(plain.utf8.count > 5 || !plain.utf8.allSatisfy("/abx.A1".utf8.contains))
    }
  }

  /// All normal paths of up to five of these bytes, the shortest first.
  private static let paths: [String] = {
    var last = ["/"]
    var all = last
    for _ in 0..<4 {
      last = last.flatMap { path in
        "abx/A".filter { $0 != "/" || !path.hasSuffix("/") }.map { path + String($0) }
      }
      all += last
    }
    return all
  }()

  @Test("covers more than two hundred pairs")
  func count() { #expect(Self.pairs.count > 200) }
}

extension Request {
  /// Only a path says something.
  fileprivate var isPlain: Bool {
    headers.isEmpty && method == "GET" && !target.contains("?") && scheme == .http
  }
}
