import Foundation
import Patterns
import Testing

/// Our reading of RE2's patterns, held against RE2 itself.
@Suite("the real RE2")
struct RE2Tests {
  private static let re2 = Task<String?, Never> {
    let asked = #"{"patterns": ["a"], "subjects": ["a"]}"#
    if let found = Script.installed("re2"),
      let run = try? await Script("RE2/ask.py", [found], input: asked, patience: 30),
      run.output == #"[["a"]]"#
    {
      return found
    }
    print("SKIPPED: no RE2 for Python: the reading of its patterns is not held against it")
    return nil
  }

  @Test(
    "takes and refuses the same patterns, which match the same", .enabled { await re2.value != nil }
  )
  func agreement() async throws {
    let patterns = PatternTable.patterns
    let subjects = PatternTable.subjects
    let asked = try JSONEncoder().encode(["patterns": patterns, "subjects": subjects])
    let run = try await Script(
      "RE2/ask.py", [try #require(await Self.re2.value)],
      input: String(decoding: asked, as: UTF8.self),
      patience: 60)
    let answers = try JSONDecoder().decode([[String]?].self, from: Data(run.output.utf8))
    #expect(answers.count == patterns.count)
    let differences = zip(patterns, answers).compactMap { pattern, answer -> String? in
      let ours = Self.matches(pattern, subjects)
      if PatternTable.known.contains(pattern) {
        return ours == answer ? "\(pattern) is no exception any more" : nil
      }
      return ours == answer ? nil : "\(pattern): \(answer as Any), ours \(ours as Any)"
    }
    #expect(answers.contains(nil))
    #expect(differences.count == 0, "\(differences.prefix(40).joined(separator: "\n"))")
  }

  /// The subjects that we take a pattern to match as a whole; nil where we refuse it.
  private static func matches(_ pattern: String, _ subjects: [String]) -> [String]? {
    guard case .accepted = RE2Verdict(pattern) else { return nil }
    guard let compiled = try? Pattern(pattern, [.re2, .whole]) else { return ["not compiled"] }
    return subjects.filter { compiled.matches($0) }
  }
}
