package import Foundation

/// One run of an executable and what came of it.
///
/// Everything goes through files: a full pipe could stop the run, and Foundation ends the tests
/// where a signal interrupts the reading of one.
package struct Run {
  /// The exit code; nil after a crash or when the run had to be ended.
  package var status: Int32?
  /// What was printed to standard output, byte for byte.
  package var bytes: Data
  /// What was printed to standard error.
  package var errors: String

  /// Runs the built `gatewright` in the tests' own folder, or what else is named; a run counts as
  /// hanging after `patience` seconds, and `environment` is added to that of the tests.
  package init(
    _ arguments: [String], of executable: URL = gatewright, in folder: URL? = nil,
    input: String = "", environment: [String: String] = [:], patience: Double = 120
  ) throws {
    let files = try TemporaryFolder()
    defer { files.remove() }
    let (out, err) = (try files.create("out"), try files.create("err"))
    try files.write(input, to: "in")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files.url.appendingPathComponent("in"))
    (process.standardOutput, process.standardError) = (out, err)
    status = try Self.finish(process, patience)
    bytes = try files.contents("out")
    errors = String(decoding: try files.contents("err"), as: UTF8.self)
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

  /// What was printed to standard output.
  package var output: String { String(decoding: bytes, as: UTF8.self) }

  /// The executable that the same build put beside the tests.
  package static var gatewright: URL {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let beside = bundle ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return beside.deletingLastPathComponent().appendingPathComponent("gatewright")
  }

  /// Finds an executable by its name.
  package static let env = URL(fileURLWithPath: "/usr/bin/env")
}
