import Foundation
import Running

/// A Python script of this target, and what a run of it printed.
struct Script {
  /// The exit code; nil after a crash or when the run had to be ended.
  var status: Int32?
  var output: String

  init(
    _ path: String, _ arguments: [String], input: String = "", patience: Double
  ) throws {
    let script = Self.folder.appendingPathComponent(path).path
    let run = try Run(
      ["python3", "-B", script] + arguments, of: Run.env, input: input, patience: patience)
    (status, output) = (run.status, run.output + run.errors)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// A file below `.build`, where scripts/install-envoy.sh puts what the tests ask.
  static func installed(_ path: String) -> String? {
    let file = packageFolder.appendingPathComponent(".build/\(path)").path
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }
}
