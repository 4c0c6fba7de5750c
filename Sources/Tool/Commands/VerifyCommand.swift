import ArgumentParser
import Gatewright
import Reporting

/// `gatewright verify`: whether routes, whoever wrote them, answer as ingress-nginx does.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Says whether Gateway API routes answer every request as ingress-nginx does.",
    discussion: """
      Compares over all requests, not samples, and shows the shortest request for each difference. \
      Without --gateway the routes are those that 'gatewright migrate' writes.

      Exit codes: 0 nothing needs review; 1 differences at or above --fail-on; 2 some input could \
      not be read; 64 wrong usage; 70 a fault in gatewright.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files or folders with what ingress-nginx serves; '-' reads standard input.",
      valueName: "path"))
  var ingress: [String]

  @Option(
    name: .customLong("gateway"), parsing: .upToNextOption,
    help: ArgumentHelp("Files or folders with the new routes.", valueName: "path"))
  var gatewayPath: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with Istio's MeshConfig, or the part of it that 'migrate' asks for.",
      valueName: "file"))
  var meshConfig: String?

  @Option(help: "How to tell the verdict: text, json or markdown.")
  var format = FormatChoice.text

  @Flag(help: "With --format json, name a request for each class that was compared.")
  var witnesses = false

  @Option(help: "From which differences on to exit with 1: error, warning or never.")
  var failOn = FailOn.error

  @OptionGroup(title: "Verification") var verification: VerificationArguments
  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func validate() throws {
    if ingress.contains("-"), gatewayPath.contains("-") {
      throw ValidationError("standard input can be --ingress or --gateway, not both")
    }
  }

  func run() throws {
    var options = try settings.options(controller, gateway, quiet: telling.quiet)
    verification.apply(to: &options)
    options.verification.keepsWitnesses = witnesses
    options.meshConfig = meshConfig.flatMap { Array(InputFiles([$0])).first }
    let report = verify(
      Array(InputFiles(ingress)),
      gateway: gatewayPath.isEmpty ? nil : Array(InputFiles(gatewayPath)), options: options)
    var stream = OutputStream(descriptor: 1)
    stream.write(render(report, as: format.format(telling.color)))
    try stream.finish()
    let unreadable = report.findings.filter { $0.isUnreadable }
    for line in unreadable.flatMap(\.lines) where !telling.quiet { tell("gatewright: \(line)\n") }
    if !unreadable.isEmpty { return try Exit.unreadable.leave() }
    if report.worstSeverity.map({ failOn.includes($0) }) ?? false { try Exit.review.leave() }
  }
}
