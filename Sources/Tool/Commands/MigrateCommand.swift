import ArgumentParser
import Gatewright
import Reporting

/// `gatewright migrate`: manifests in, YAML and a report out.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Writes Gateway API and Istio objects for the Ingresses of ingress-nginx.",
    discussion: """
      Prints one YAML stream to standard output and the report to standard error.

      \(Exit.help)
      """)

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write one file per object into this folder instead.", valueName: "dir"))
  var output: String?

  @Flag(help: "With --output, replace files that were changed by hand.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Write the report to a .md, .json or .txt file; repeatable.",
      valueName: "file"))
  var report: [ReportFile] = []

  @Option(help: "From which findings on to exit with 1: error, warning or never.")
  var failOn = FailOn.error

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Compare what was written with what ingress-nginx serves, over all requests. "
        + "(default: --verify)"))
  var verify: Bool?

  @OptionGroup(title: "Verification") var verification: VerificationArguments
  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func run() throws {
    let report = try written()
    for file in self.report { try writeFile(file.path, render(report, as: file.format)) }
    if !telling.quiet {
      tell(render(report, as: .text(TextStyle(for: 2, colour: telling.color))))
    }
    try exit(for: report).leave()
  }

  private func written() throws -> Report {
    var options = try settings.options(controller, gateway, quiet: telling.quiet)
    verification.apply(to: &options)
    if let verify { options.verification.isOn = verify }
    if let output { return try written(to: output, options) }
    var stream = OutputStream(descriptor: 1)
    let report = migrate(InputFiles(path), options: options) { manifest in
      stream.write("---\n")
      stream.write(manifest.yaml)
    }
    if let comment = report.meshConfigComment { stream.write("---\n\(comment)") }
    try stream.finish()
    return report
  }

  /// The file for the mesh's owner; `kubectl apply` takes no file that ends so.
  private static let meshConfigFile = "mesh-config.txt"

  private func written(to folder: String, _ options: MigrationOptions) throws -> Report {
    var tree = try OutputTree(at: folder)
    defer { tree.clean() }
    let report = migrate(InputFiles(path), options: options) { tree.stage($0) }
    if let fragment = report.meshConfigFragment { tree.stage(note: Self.meshConfigFile, fragment) }
    for notice in try tree.commit(force: force) where !telling.quiet {
      tell("gatewright: \(notice)\n")
    }
    return report
  }

  private func exit(for report: Report) -> Exit {
    if report.hasUnreadableInput { return .unreadable }
    return report.worstSeverity.map { failOn.includes($0) } ?? false ? .review : .clean
  }
}
