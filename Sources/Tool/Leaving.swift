import ArgumentParser

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the program, telling what went wrong on one line and where help is on another.
func leave(because error: any Error) -> Never {
  switch error {
  case let code as ExitCode: exit(code.rawValue)
  case let stop as Stop: complain(stop.messages, stop.exit)
  default: leave(parsing: error)
  }
}

/// Help and version are asked for, so they go to standard output; the rest is wrong usage.
private func leave(parsing error: any Error) -> Never {
  let code = Tool.exitCode(for: error)
  guard code.isSuccess else {
    complain(
      [Tool.message(for: error)], code == .validationFailure ? .usage : .fault)
  }
  var output = OutputStream(descriptor: STDOUT_FILENO)
  output.write(Tool.fullMessage(for: error) + "\n")
  output.flush()
  exit(Exit.clean.rawValue)
}

private func complain(_ messages: [String], _ code: Exit) -> Never {
  for message in messages {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    tell("gatewright: \(line)\n")
  }
  if code == .usage { tell("See 'gatewright \(subcommand())--help'.\n") }
  exit(code.rawValue)
}

/// The subcommand on the command line, with a space behind it; empty where there is none.
private func subcommand() -> String {
  let names = Tool.configuration.subcommands.compactMap { $0.configuration.commandName }
  return CommandLine.arguments.dropFirst().first { names.contains($0) }.map { "\($0) " } ?? ""
}
