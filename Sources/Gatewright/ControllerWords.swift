import IngressNGINX

/// A version of the ingress-nginx controller, for example `1.11.3`.
public struct ControllerVersion: Hashable, Sendable {
  /// The same in the words of the reader.
  let version: IngressNGINX.ControllerVersion

  /// Reads `1.11`, `1.11.3` or `v1.11.3`; nil for anything else.
  public init?(_ text: String) {
    guard let version = IngressNGINX.ControllerVersion(text) else { return nil }
    self.version = version
  }
}

extension ControllerVersion: Comparable, CustomStringConvertible {
  /// Orders from old to new.
  public static func < (left: ControllerVersion, right: ControllerVersion) -> Bool {
    left.version < right.version
  }

  /// The version as `major.minor.patch`.
  public var description: String { version.description }
}

/// A label selector, as `--watch-namespace-selector` takes it.
public struct NamespaceSelector: Hashable, Sendable, CustomStringConvertible {
  /// The selector as it was written.
  public let description: String

  /// Reads requirements joined with commas, for example `team=shop,tier in (web, api),!legacy`;
  /// nil where one is none.
  public init?(_ text: String) {
    guard IngressNGINX.NamespaceSelector(text) != nil else { return nil }
    description = text
  }
}
