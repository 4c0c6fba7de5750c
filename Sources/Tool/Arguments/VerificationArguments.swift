import ArgumentParser
import Gatewright

/// The options about comparing all requests.
struct VerificationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most joint states of the path patterns of one host and scheme.", valueName: "states"))
  var verifyBudget = VerificationOptions().stateBudget

  @Option(
    help: "The mesh's pathNormalization: base, merge-slashes or decode-and-merge-slashes.")
  var pathNormalization = PathNormalization.base

  func validate() throws {
    if verifyBudget < 1 { throw ValidationError("--verify-budget takes a number from 1 on") }
  }

  /// Sets what was chosen.
  func apply(to options: inout MigrationOptions) {
    options.pathNormalization = pathNormalization
    options.verification.stateBudget = verifyBudget
  }
}
