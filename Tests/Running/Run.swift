package import Foundation
import Subprocess
import SystemPackage

/// One run of an executable and what came of it.
package struct Run: Sendable {
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
  ) async throws {
    let added = environment.reduce(into: [:]) {
      $0[Environment.Key(stringLiteral: $1.key)] = $1.value
    }
    let files = try TemporaryFolder()
    defer { files.remove() }
    try files.write(input, to: "in")
    let standardInput = try FileDescriptor.open(FilePath(files.path("in")), .readOnly)
    let result = try await Self.within(patience) {
      try await Subprocess.run(
        .path(FilePath(executable.path)), arguments: Arguments(arguments),
        environment: .inherit.updating(added), workingDirectory: folder.map { FilePath($0.path) },
        input: .fileDescriptor(standardInput, closeAfterSpawningProcess: true),
        output: .bytes(limit: Self.limit), error: .bytes(limit: Self.limit))
    }
    bytes = Data(result?.standardOutput ?? [])
    errors = String(decoding: result?.standardError ?? [], as: UTF8.self)
    if case .exited(let code)? = result?.terminationStatus { status = code }
  }

  /// The most bytes of output.
  private static let limit = 256 * 1024 * 1024

  /// What the work comes to; nil where it takes longer, and is ended.
  private static func within<Result: Sendable>(
    _ seconds: Double, _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result? {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
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
