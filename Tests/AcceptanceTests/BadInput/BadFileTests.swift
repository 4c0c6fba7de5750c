import Foundation
import Running
import Testing

/// Inputs that are wrong before their text is looked at.
@Suite("bad files")
struct BadFileTests {
  private static let sibling = IngressSketch("sibling", "sibling.example.com").yaml

  /// Paths on the command line, what is said of them, and the exit code.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var paths: [String]
    var message: String
    var code: Int32 = 2
  }

  @Test(
    "are named on one line, and the rest goes on",
    arguments: [
      Case(testDescription: "missing file", paths: ["gone.yaml"], message: "gone.yaml"),
      Case(testDescription: "missing folder", paths: ["gone/"], message: "gone/"),
      Case(testDescription: "link to nothing", paths: ["dangling.yaml"], message: "dangling.yaml"),
      Case(testDescription: "link to itself", paths: ["circle.yaml"], message: "circle.yaml"),
      Case(
        testDescription: "file in place of a folder", paths: ["plain.yaml/more"],
        message: "plain.yaml/more"),
      Case(testDescription: "folder without manifests", paths: ["empty"], message: "empty"),
      Case(
        testDescription: "standard input with nothing in it", paths: ["-"], message: "-", code: 0),
      Case(
        testDescription: "name too long", paths: [String(repeating: "n", count: 300)],
        message: String(repeating: "n", count: 60)),
      Case(testDescription: "no name", paths: [""], message: "input"),
    ])
  func naming(_ bad: Case) async throws {
    let folder = try Self.folder()
    defer { folder.remove() }
    let run = try await Run(["migrate"] + bad.paths + ["sibling.yaml"], in: folder.url)
    #expect(run.status == bad.code)
    #expect(run.errors.contains(bad.message))
    #expect(run.output.contains("sibling.example.com"))
  }

  @Test("with a line of 100 MB are named, quickly", arguments: ["plain", "quoted"])
  func longLine(_ form: String) async throws {
    let folder = try Self.folder()
    defer { folder.remove() }
    let long = String(repeating: "abcdefghij", count: 10_000_000)
    let value = form == "quoted" ? "\"\(long)" : long
    try folder.write("kind: ConfigMap\nmetadata: \(value)\n", to: "long.yaml")
    let run = try await Run(["migrate", "long.yaml", "sibling.yaml"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.errors.contains("long.yaml") && run.errors.utf8.count < 100_000)
    #expect(run.output.contains("sibling.example.com"))
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(sibling, to: "sibling.yaml")
    try folder.write(sibling, to: "plain.yaml")
    let (manager, path) = (FileManager.default, folder.url.path)
    try manager.createDirectory(atPath: "\(path)/empty", withIntermediateDirectories: false)
    try manager.createSymbolicLink(
      atPath: "\(path)/dangling.yaml", withDestinationPath: "nowhere.yaml")
    try manager.createSymbolicLink(
      atPath: "\(path)/circle.yaml", withDestinationPath: "circle.yaml")
    return folder
  }
}
