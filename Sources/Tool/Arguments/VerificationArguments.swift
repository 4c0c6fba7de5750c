import ArgumentParser
import Gatewright

/// The options about comparing all requests.
struct VerificationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most joint states of the path patterns of one host and scheme. (default: 50000)",
      valueName: "states"))
  var verifyBudget: Int?

  @Option(
    help: ArgumentHelp(
      "The mesh's pathNormalization: base, merge-slashes or decode-and-merge-slashes. "
        + "(default: base)", valueName: "how"))
  var pathNormalization: PathNormalization?

  func validate() throws {
    if let verifyBudget, verifyBudget < 1 {
      throw ValidationError("--verify-budget takes a number from 1 on")
    }
  }

  /// Sets what was chosen.
  func apply(to options: inout MigrationOptions) {
    if let pathNormalization { options.pathNormalization = pathNormalization }
    if let verifyBudget { options.verification.stateBudget = verifyBudget }
  }
}
