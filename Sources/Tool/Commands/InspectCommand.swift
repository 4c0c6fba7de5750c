import ArgumentParser
import Evidence
import Gatewright
import Reporting

/// `gatewright inspect`: what ingress-nginx makes of manifests today.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what ingress-nginx makes of Ingresses: servers, locations, settings.",
    discussion: """
      Nothing is translated: this is how the controller reads the manifests today, with the \
      annotation, ConfigMap entry or default behind each setting.

      Exit codes: 0 done; 2 some input could not be read; 64 wrong usage; 70 a fault in gatewright.
      """)

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String]

  @Option(help: ArgumentHelp("Show this host only; repeatable.", valueName: "name"))
  var host: [String] = []

  @Flag(help: "Also list the settings that have their defaults; JSON always does.")
  var defaults = false

  @Option(help: "How to tell it: text, json or markdown.")
  var format = FormatChoice.text

  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup(title: "Settings") var settings: SettingsArguments
  @OptionGroup var telling: TellingArguments

  func run() throws {
    var report = inspect(
      InputFiles(path), options: try settings.options(controller, quiet: telling.quiet))
    if !host.isEmpty { try keepHosts(of: &report) }
    var stream = OutputStream(descriptor: 1)
    stream.write(render(report, showsDefaults: defaults, as: format.format(telling.color)))
    try stream.finish()
    if report.hasUnreadableInput { try Exit.unreadable.leave() }
  }

  /// Leaves only the servers that were asked for, and the upstreams they lead to.
  private func keepHosts(of report: inout InspectionReport) throws {
    report.inspection.keepHosts(host)
    guard report.inspection.servers.isEmpty, report.inspection.redirects.isEmpty else { return }
    throw Stop("no Ingress has the host \(host.joined(separator: ", "))", .usage)
  }
}
