import ArgumentParser

/// The codes that the tool leaves with.
enum Exit: Int32 {
  /// Nothing needs review.
  case clean = 0
  /// Findings at or above `--fail-on`, different answers, or a difference.
  case review = 1
  /// Some input could not be read.
  case unreadable = 2
  /// The command line is wrong, or asks for what would overwrite somebody's work.
  case usage = 64
  /// The output could not be written, or there is a fault in the tool.
  case fault = 70

  /// The codes as `--help` explains them.
  static let help = """
    Exit codes: 0 nothing needs review; 1 findings at or above --fail-on (trace: the answers \
    differ; diff: something differs); 2 some input could not be read; 64 wrong usage; 70 the \
    output could not be written, or a fault in gatewright.
    """

  /// Leaves with this code, unless it is zero.
  func leave() throws {
    guard self != .clean else { return }
    throw ExitCode(rawValue)
  }
}

/// Why the tool stops before its work is done.
struct Stop: Error {
  /// What happened and what to do, each on one line.
  var messages: [String]
  var exit: Exit

  init(_ message: String, _ exit: Exit) {
    self.init(lines: [message], exit)
  }

  init(lines: [String], _ exit: Exit) {
    messages = lines
    self.exit = exit
  }
}
