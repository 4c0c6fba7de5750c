import ArgumentParser

/// The arguments with each word behind `--` written as a hidden option of `trace`.
///
/// ArgumentParser takes what stands behind `--` for more of the list of paths.
func separatingRequest(_ arguments: [String]) -> [String] {
  guard arguments.first == TraceCommand.configuration.commandName,
    let terminator = arguments.firstIndex(of: "--")
  else { return arguments }
  let request = arguments[terminator...].dropFirst()
  return arguments[..<terminator] + request.map { "--\(TraceCommand.requestWord)=\($0)" }
}
