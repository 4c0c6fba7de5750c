import ArgumentParser
import Gatewright

/// The options about the settings file.
struct SettingsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The settings file; by default the gatewright.yaml in this folder, or in the nearest above.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Use no settings file.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other")
    }
  }
}

extension SettingsArguments {
  /// The settings file that counts; one that says nothing where there is none.
  ///
  /// - Parameter quiet: whether not to tell which file was found.
  /// - Returns: what the file says.
  /// - Throws: everything that is wrong with the file.
  func file(quiet: Bool) throws -> SettingsFile {
    guard !noConfig, let path = try config ?? foundSettings() else { return SettingsFile() }
    if config == nil, !quiet { tell("gatewright: settings from \(path)\n") }
    let input: Input
    do throws(Unreadable) {
      input = Input(name: path, bytes: try readFile(path))
    } catch {
      input = Input(name: path, unreadable: error.reason)
    }
    do throws(SettingsFaults) {
      return try SettingsFile(input)
    } catch {
      throw Stop(lines: error.lines, .usage)
    }
  }

  /// What the settings file says, and the command line, which wins.
  func options(
    _ controller: ControllerArguments, _ gateway: GatewayArguments? = nil, quiet: Bool
  ) throws -> MigrationOptions {
    var options = try file(quiet: quiet).options
    options.today = Day.today
    controller.apply(to: &options)
    gateway?.apply(to: &options)
    return options
  }
}
