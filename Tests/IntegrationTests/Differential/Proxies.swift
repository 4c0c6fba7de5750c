import Foundation
import RecordedAnswers
import Running

/// The two real proxies, and runs of `Proxies/differential.py` against them.
struct Proxies {
  let nginx: String
  let envoy: String

  /// Both, with what the scripts need; says loudly what is not tested where something is missing.
  static let installed: Proxies? = {
    let nginx = Script.installed("nginx/usr/sbin/nginx")
    if let nginx, let envoy = Script.envoy { return Proxies(nginx: nginx, envoy: envoy) }
    print("SKIPPED: no nginx or nothing to ask Envoy with: the two are not compared")
    return nil
  }()

  /// Asks both about the cases of a folder.
  func compare(_ folder: URL) throws -> DifferentialSummary {
    let run = try Script(
      "Proxies/differential.py", [nginx, envoy, folder.path], patience: 240)
    return DifferentialSummary(status: run.status, output: run.output)
  }

  /// Writes cases into a folder, several at a time; those that nginx refused have no answers.
  static func write(_ cases: [RecordedCase], below folder: URL) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for recorded in cases where try !recorded.bytes("answers.jsonl").isEmpty {
        group.addTask { try DifferentialCase(recorded).write(below: folder) }
      }
      try await group.waitForAll()
    }
  }
}

/// What a comparison came to.
struct DifferentialSummary {
  let status: Int32?
  let output: String

  /// The lines that begin with a word, without it.
  func lines(_ word: String) -> [Substring] {
    output.split(separator: "\n").filter { $0.hasPrefix(word + " ") }
      .map { $0.dropFirst(word.count + 1) }
  }

  /// The last line, which reads `name: count, ...`.
  var figures: Substring { output.split(separator: "\n").last ?? "" }

  /// One of the figures.
  func figure(_ name: String) -> Int {
    let pair = figures.split(separator: ", ").first { $0.hasPrefix("\(name): ") }
    return pair.flatMap { Int($0.dropFirst(name.count + 2)) } ?? 0
  }
}
