import Evidence
import Foundation
import Gatewright
import Running
import Testing

/// Each folder of `testdata/broken` holds an input with one fault and, in `expected.txt`, the exit
/// code and one line for each fault; beside the fault stands an Ingress that must be carried over.
@Suite("broken input")
struct BrokenInputTests {
  @Test("is named on one line, and the rest goes on", arguments: try BrokenCase.all())
  func library(_ broken: BrokenCase) throws {
    let migration = migrate(try broken.inputs())
    #expect(faults(in: migration.report) == broken.faults)
    #expect(migration.manifests.contains { $0.yaml.contains("sibling.example.com") })
  }

  @Test("decides the exit code", arguments: try BrokenCase.all())
  func executable(_ broken: BrokenCase) async throws {
    let run = try await Run(["migrate"] + broken.files, in: broken.folder)
    #expect(run.status == broken.exit)
    #expect(run.output.contains("sibling.example.com"))
  }

  @Test("comes in more than forty kinds")
  func count() throws {
    #expect(try BrokenCase.all().count > 40)
  }
}

/// A folder of `testdata/broken`.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  var folder: URL
  var files: [String]
  var exit: Int32?
  var faults: [String]

  var testDescription: String { folder.lastPathComponent }

  static func all() throws -> [BrokenCase] {
    let root = packageFolder.appendingPathComponent("testdata/broken")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted().map {
      try BrokenCase(root.appendingPathComponent($0))
    }
  }

  private init(_ folder: URL) throws {
    self.folder = folder
    files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
    let expected = try String(
      contentsOf: folder.appendingPathComponent("expected.txt"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map { String($0) }
    exit = lines.first.flatMap { Int32($0.dropFirst("exit ".count)) }
    faults = Array(lines.dropFirst())
  }

  func inputs() throws -> [Input] {
    try files.map {
      Input(name: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }
}

/// The faults of a report, one line each, as compilers print them.
private func faults(in report: Report) -> [String] {
  let groups = report.groups.filter { $0.rule.effect == .unreadable || $0.severity == .error }
  return groups.flatMap { group in
    group.occurrences.map { occurrence in
      let place = occurrence.place?.description ?? "-"
      let words = occurrence.message.isEmpty ? group.rule.title : occurrence.message
      return "\(group.severity) \(group.rule.code) \(place): \(words)"
    }
  }.sorted()
}
