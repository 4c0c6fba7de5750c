import ArgumentParser

/// The command line of Gatewright: reads files, asks the library, writes text, leaves with a code.
@main
struct Tool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatewright",
    abstract: "Moves a cluster from ingress-nginx to Gateway API with Istio.",
    discussion: Exit.help,
    version: "0.1.0",
    subcommands: [
      MigrateCommand.self, VerifyCommand.self, TraceCommand.self, DiffCommand.self,
      InspectCommand.self, AnnotationsCommand.self, ExplainCommand.self, InitCommand.self,
    ])

  static func main() {
    ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(separatingRequest(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      leave(because: error)
    }
  }
}
