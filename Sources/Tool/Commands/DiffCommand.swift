import ArgumentParser
import Gatewright
import Reporting

/// `gatewright diff`: whether committed output still equals a fresh translation.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says whether committed output still equals a fresh translation.",
    discussion: """
      Compares object by object and field by field; writes nothing. Use the options that the \
      committed output was made with.

      Exit codes: 0 the same; 1 something differs; 2 some input could not be read; 64 wrong usage; \
      70 a fault in gatewright.
      """)

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String]

  @Option(
    help: ArgumentHelp("The folder or file with the committed output.", valueName: "dir"))
  var against: String

  @Option(help: "How to tell the difference: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup(title: "Gateway") var gateway: GatewayArguments
  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func run() throws {
    let difference = diff(
      InputFiles(path), against: Array(InputFiles([against])),
      options: try settings.options(controller, gateway, quiet: telling.quiet))
    var stream = OutputStream(descriptor: 1)
    stream.write(render(difference, as: format.format(telling.color)))
    try stream.finish()
    if difference.hasUnreadableInput { return try Exit.unreadable.leave() }
    if !difference.isEmpty { try Exit.review.leave() }
  }
}
