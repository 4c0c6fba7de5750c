import ArgumentParser
import Gatewright
import Reporting

/// `gatewright annotations`: what annotations there are, and which are in use.
struct AnnotationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotations",
    abstract: "Lists the annotations of ingress-nginx and what becomes of them.",
    usage: """
      gatewright annotations [--format <format>]
      gatewright annotations --used <path> ... [<options>]
      """,
    discussion: """
      With --used it lists those that manifests use, with the number of Ingresses in each \
      namespace; also those that ingress-nginx does not read any more or never did.

      Exit codes: 0 done; 2 some input could not be read; 64 wrong usage; 70 a fault in gatewright.
      """)

  @Flag(help: "List only the annotations that the manifests use.")
  var used = false

  @Argument(help: "With --used: files or folders with manifests; '-' reads standard input.")
  var path: [String] = []

  @Option(help: "How to tell it: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func validate() throws {
    if used, path.isEmpty {
      throw ValidationError("name the files or folders with the manifests after --used")
    }
    if !used, !path.isEmpty {
      throw ValidationError("add --used to list the annotations that these manifests use")
    }
  }

  func run() throws {
    let format = format.format(telling.color)
    var stream = OutputStream(descriptor: 1)
    var exit = Exit.clean
    if used {
      let usage = annotationUsage(
        InputFiles(path), options: try settings.options(controller, quiet: telling.quiet))
      if usage.hasUnreadableInput { exit = .unreadable }
      stream.write(render(usage, as: format))
    } else {
      stream.write(render(AnnotationDescription.all, as: format))
    }
    try stream.finish()
    try exit.leave()
  }
}
