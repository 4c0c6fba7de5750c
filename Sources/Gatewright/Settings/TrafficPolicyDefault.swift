public import Evidence
import YAMLText

/// Parts of a DestinationRule's `trafficPolicy` that Services get beside what ingress-nginx's
/// behaviour needs, for example connection pools and outlier detection.
public struct TrafficPolicyDefault: Hashable, Sendable {
  /// The Services that get it; empty for every Service.
  public var services: [QualifiedName]
  /// Where it is written; nil where it was made.
  public var place: Place?
  /// The parts as written.
  let policy: Node

  /// Reads the parts of a `trafficPolicy`, as Istio documents them.
  ///
  /// - Parameters:
  ///   - yaml: a mapping such as `outlierDetection: {consecutive5xxErrors: 5}`.
  ///   - services: the Services that get it; empty for every Service.
  /// - Throws: what is wrong with the text.
  public init(yaml: String, services: [QualifiedName] = []) throws(SettingsFaults) {
    let indented = yaml.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "      \($0)" }.joined(separator: "\n")
    let text = "destination-rules:\n  - trafficPolicy:\n\(indented)\n"
    let file = try SettingsFile(Input(name: "trafficPolicy", text: text))
    self.init(file.options.trafficPolicies.first?.policy ?? .mapping([]), of: services)
  }

  init(_ policy: Node, of services: [QualifiedName], at place: Place? = nil) {
    self.policy = policy
    self.services = services
    self.place = place
  }
}
