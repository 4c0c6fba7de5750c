import ArgumentParser
import Evidence
import Gatewright

/// `gatewright init`: a settings file to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented settings file, with what the manifests suggest.",
    discussion: """
      Every key stands in it with its default, so that it changes nothing until it is edited. With \
      paths it also holds, in comments, the namespaces, the controller's flags, the Services that \
      several Ingresses use, and the findings that wait for a decision.

      Exit codes: 0 done; 2 some input could not be read; 64 wrong usage, or the file is there \
      already; 70 the output could not be written, or a fault in gatewright.
      """)

  @Argument(help: "Files or folders with manifests; '-' reads standard input.")
  var path: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write, '-' for standard output.", valueName: "file"))
  var output = SettingsFile.defaultName

  @Flag(help: "Replace the file where it is there already.")
  var force = false

  @OptionGroup(title: "Controller") var controller: ControllerArguments
  @OptionGroup var telling: TellingArguments

  func run() throws {
    if output != "-", !force {
      guard case .absent = PathKind(output) else {
        throw Stop("\(output) is there already; use --force to replace it, or -o FILE", .usage)
      }
    }
    var options = MigrationOptions()
    options.today = Day.today
    controller.apply(to: &options)
    let settings = InitialSettings(Array(InputFiles(path)), options: options)
    let unreadable = settings.findings.filter { $0.isUnreadable }
    for line in unreadable.flatMap(\.lines) where !telling.quiet { tell("gatewright: \(line)\n") }
    try write(settings.text)
    if !unreadable.isEmpty { try Exit.unreadable.leave() }
  }

  private func write(_ text: String) throws {
    guard output == "-" else {
      try writeFile(output, text)
      if !telling.quiet { tell("gatewright: \(output) is written\n") }
      return
    }
    var stream = OutputStream(descriptor: 1)
    stream.write(text)
    try stream.finish()
  }
}
