import Dispatch
import Foundation

/// A Python script of this target, and what a run of it printed.
struct Script {
  /// The exit code; nil after a crash or when the run had to be ended.
  var code: Int32?
  var output: String

  /// Runs a script; everything goes through files, so that no full pipe can stop it.
  init(
    _ path: String, _ arguments: [String], input: String = "", patience: Double
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gatewright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (asked, told) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
    try Data(input.utf8).write(to: asked)
    try Data().write(to: told)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-B", Self.folder.appendingPathComponent(path).path] + arguments
    process.standardInput = try FileHandle(forReadingFrom: asked)
    let output = try FileHandle(forWritingTo: told)
    (process.standardOutput, process.standardError) = (output, output)
    code = try Self.finish(process, patience)
    self.output = String(decoding: try Data(contentsOf: told), as: UTF8.self)
  }

  /// Waits for the end, and brings it about where it does not come.
  private static func finish(_ process: Process, _ patience: Double) throws -> Int32? {
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    let isInTime = done.wait(timeout: .now() + patience) == .success
    if !isInTime {
      process.terminate()
      _ = done.wait(timeout: .now() + 10)
    }
    return isInTime && process.terminationReason == .exit ? process.terminationStatus : nil
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The folder of the package.
  static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// A file below `.build`, where scripts/install-envoy.sh puts what the tests ask.
  static func installed(_ path: String) -> String? {
    let file = package.appendingPathComponent(".build/\(path)").path
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The executable beside the running tests.
  static var gatewright: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return tests.deletingLastPathComponent().appendingPathComponent("gatewright").path
  }
}
