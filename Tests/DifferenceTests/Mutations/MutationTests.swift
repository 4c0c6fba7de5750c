import Foundation
import RecordedAnswers
import Testing

/// What verification sees: changed routes have to be told from those that the migration writes.
@Suite("mutations")
struct MutationTests {
  @Test("that change an answer are caught, each with a request that is answered differently")
  func caught() async throws {
    let subjects = try MutationSubject.all()
    var counts: [String: MutationRun.Count] = [:]
    var faults: [String] = []
    await withTaskGroup(of: MutationRun.Outcome.self) { group in
      for (index, subject) in subjects.enumerated() {
        group.addTask {
          var run = MutationRun(subject)
          let mutations = MutationSubject.mutations(for: index)
          run.run(mutations, each: index < MutationSubject.own.count ? 3 : 1, seed: index + 1)
          return run.outcome
        }
      }
      for await run in group {
        counts.merge(run.counts, uniquingKeysWith: +)
        faults += run.faults
      }
    }
    print(table(counts))
    #expect(
      faults.isEmpty, "\(faults.count): \(faults.sorted().prefix(20).joined(separator: "\n  "))")
    let idle = Mutation.all.map(\.name).filter { (counts[$0]?.caught ?? 0) == 0 }
    #expect(idle.isEmpty, "no mutant of these kinds was caught")
    #expect(counts.count >= 25)
  }

  private func table(_ counts: [String: MutationRun.Count]) -> String {
    let sum = counts.values.reduce(MutationRun.Count(), +)
    let rows = counts.sorted { $0.key < $1.key } + [("all", sum)]
    let lines = rows.map { name, count in
      [count.mutants, count.harmful, count.caught].map { pad("\($0)", 8) }.joined() + "  " + name
    }
    return (["  tried  harmful  caught  change"] + lines).joined(separator: "\n")
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension MutationSubject {
  /// Every how many-th kind of change a recorded case gets; `MUTATIONS=1` tries all on all cases.
  private static let stride = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) }

  /// The own subjects and every third recorded case, or all.
  static func all() throws -> [MutationSubject] {
    let recorded = RecordedCase.all("ingress-nginx-oracle").enumerated().filter {
      stride != nil || $0.offset.isMultiple(of: 3)
    }
    return try own + recorded.map { try MutationSubject($0.element) }
  }

  /// Every kind for the own subjects, a part of them for each of the others, so that all come up.
  static func mutations(for index: Int) -> [Mutation] {
    guard index >= own.count else { return Mutation.all }
    return Mutation.all.enumerated().filter {
      ($0.offset + index).isMultiple(of: max(1, stride ?? 13))
    }
    .map(\.element)
  }
}
