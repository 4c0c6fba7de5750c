import Foundation

/// One run of the built executable and what came of it.
struct Run {
  var status: Int32
  var output: String
  var errors: String

  /// Runs `gatewright` with arguments, standard input and a few environment variables.
  init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws {
    let process = Foundation.Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) =
      (stdin, stdout, stderr)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    output = Self.text(stdout)
    errors = Self.text(stderr)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// The executable that the same build put beside the tests.
  static var executable: URL {
    let tests = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let beside = tests ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return beside.deletingLastPathComponent().appendingPathComponent("gatewright")
  }

  private static func text(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
