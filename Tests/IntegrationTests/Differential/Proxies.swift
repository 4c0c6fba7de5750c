import Foundation
import RecordedAnswers
import Running

/// The two real proxies, and runs of `Proxies/differential.py` against them.
struct Proxies {
  let nginx: String
  let envoy: String

  /// Both, with what the scripts need; says loudly what is not tested where something is missing.
  static let installed = Task<Proxies?, Never> {
    let nginx = Script.installed("nginx/usr/sbin/nginx")
    if let nginx, let envoy = await Script.envoy.value {
      return Proxies(nginx: nginx, envoy: envoy)
    }
    print("SKIPPED: no nginx or nothing to ask Envoy with: the two are not compared")
    return nil
  }

  /// Asks both about the cases of a folder.
  func compare(_ folder: URL) async throws -> DifferentialSummary {
    let run = try await Script(
      "Proxies/differential.py", [nginx, envoy, folder.path], patience: 480)
    return DifferentialSummary(status: run.status, output: run.output)
  }

  /// Writes cases into a folder, several at a time; those that nginx refused have no answers.
  static func write(_ cases: [RecordedCase], more: [URL], below folder: URL) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var isUnderWay = 0
      for recorded in cases where try !recorded.bytes("answers.jsonl").isEmpty {
        if isUnderWay == atOnce { try await group.next() } else { isUnderWay += 1 }
        group.addTask { try await DifferentialCase(recorded, more: more).write(below: folder) }
      }
      try await group.waitForAll()
    }
  }

  /// Each case runs gatewright three times, which has to end in time on a busy machine, too.
  private static let atOnce = 4

  /// Folders with more requests: odd ones, and those that the environment names as `REQUESTS`.
  static func moreRequests(below folder: URL) async throws -> [URL] {
    let cases = packageFolder.appending(path: "testdata/ingress-nginx-oracle").path
    let odd = try await Script("Envoy/oddities.py", [cases, folder.path, "24"], patience: 30)
    guard odd.status == 0 else { throw Unsaid(odd.output) }
    let named = ProcessInfo.processInfo.environment["REQUESTS"].map { URL(filePath: $0) }
    return [folder] + (named.map { [$0] } ?? [])
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
