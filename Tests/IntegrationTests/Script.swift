import Foundation
import Running

/// A Python script of this target, and what a run of it printed.
struct Script {
  /// The exit code; nil after a crash or when the run had to be ended.
  var status: Int32?
  var output: String

  init(
    _ path: String, _ arguments: [String], input: String = "", patience: Double
  ) async throws {
    let script = Self.folder.appendingPathComponent(path).path
    let run = try await Run(
      ["python3", "-B", script] + arguments, of: Run.env, input: input, patience: patience)
    (status, output) = (run.status, run.output + run.errors)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// A file below `.build`, where scripts/install-envoy.sh puts what the tests ask.
  static func installed(_ path: String) -> String? {
    let file = packageFolder.appendingPathComponent(".build/\(path)").path
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// Envoy, if the scripts that ask it can run; says loudly what is not tested where they cannot.
  static let envoy = Task<String?, Never> {
    let needs =
      "import sys, yaml, ssl, shutil; sys.exit(sys.version_info < (3, 10) or not shutil.which('openssl'))"
    let python = try? await Run(["python3", "-c", needs], of: Run.env)
    if python?.status == 0, let found = installed("envoy/envoy/_bin/envoy") { return found }
    print("SKIPPED: no Envoy, Python 3.10, PyYAML or openssl: nothing is asked of a real Envoy")
    return nil
  }
}
