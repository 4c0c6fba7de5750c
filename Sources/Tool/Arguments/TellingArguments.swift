import ArgumentParser
import Evidence
import Reporting

/// The options about what is told, and how.
struct TellingArguments: ParsableArguments {
  @Option(help: "When to use colours: auto, always or never.")
  var color = ColourChoice.auto

  @Flag(name: [.customShort("q"), .long], help: "Tell nothing on standard error but faults.")
  var quiet = false
}

/// The format of what goes to standard output.
enum FormatChoice: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case markdown

  /// The format for what stands at standard output.
  func format(_ colour: ColourChoice) -> Format {
    switch self {
    case .text: .text(TextStyle(for: 1, colour: colour))
    case .json: .json
    case .markdown: .markdown
    }
  }
}

/// From which severity on findings make the exit code 1.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error
  case warning
  case never

  /// Whether findings of this severity call for review.
  func includes(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .never: false
    }
  }
}

/// A file for the report; its suffix decides the format.
struct ReportFile: ExpressibleByArgument {
  var path: String
  var format: Format

  init?(argument: String) {
    path = argument
    switch argument {
    case let path where path.hasSuffix(".md"): format = .markdown
    case let path where path.hasSuffix(".json"): format = .json
    case let path where path.hasSuffix(".txt"): format = .text(TextStyle())
    default: return nil
    }
  }
}
