public import ArgumentParser
public import Gatewright

extension QualifiedName: ExpressibleByArgument {
  /// Reads `namespace/name`.
  public init?(argument: String) { self.init(argument) }
}

extension ControllerVersion: ExpressibleByArgument {
  /// Reads `1.11.3` or `v1.11.3`.
  public init?(argument: String) { self.init(argument) }
}

extension NamespaceSelector: ExpressibleByArgument {
  /// Reads `team=shop,!legacy`.
  public init?(argument: String) { self.init(argument) }
}

/// A boolean in the words that the controller's own command line takes (`strconv.ParseBool`).
struct GoBool: ExpressibleByArgument {
  let isTrue: Bool

  init?(argument: String) {
    switch argument {
    case "1", "t", "T", "true", "TRUE", "True": isTrue = true
    case "0", "f", "F", "false", "FALSE", "False": isTrue = false
    default: return nil
    }
  }
}

/// A port from 1 to 65535.
struct PortNumber: ExpressibleByArgument {
  let number: Int

  init?(argument: String) {
    guard let number = Int(argument), (1...65_535).contains(number) else { return nil }
    self.number = number
  }
}
