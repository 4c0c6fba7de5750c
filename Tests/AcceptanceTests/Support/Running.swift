import Dispatch
import Foundation

/// What a run of the built `gatewright` left behind.
struct Run {
  /// How long a run may take before it counts as hanging.
  private static let patience = 60.0

  /// The exit code; nil after a crash or when the run had to be ended.
  var code: Int32?
  var output: Data
  var messages: String

  /// Runs the executable in a folder, with nothing on standard input.
  init(_ arguments: [String], in folder: URL) throws {
    try self.init(executable: Self.gatewright, arguments, in: folder)
  }

  /// Runs any executable; output goes to files, so that no full pipe can stop it.
  init(executable: URL, _ arguments: [String], in folder: URL) throws {
    let files = try TemporaryFolder()
    let (out, err) = (try files.create("out"), try files.create("err"))
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (out, err)
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    let isInTime = done.wait(timeout: .now() + Self.patience) == .success
    if !isInTime { process.terminate() }
    let hasLeft = isInTime && process.terminationReason == .exit
    code = hasLeft ? process.terminationStatus : nil
    output = try files.contents("out")
    messages = String(decoding: try files.contents("err"), as: UTF8.self)
    files.remove()
  }

  /// The executable beside the running tests.
  private static var gatewright: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return tests.deletingLastPathComponent().appendingPathComponent("gatewright")
  }

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A folder of one test, away from all others.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gatewright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Makes an empty file to write to.
  func create(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url.appendingPathComponent(name))
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  /// Reads a file.
  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  /// Removes the folder; what is left of it harms nobody.
  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}

/// The folder of the package, for test data that is part of the project.
let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
