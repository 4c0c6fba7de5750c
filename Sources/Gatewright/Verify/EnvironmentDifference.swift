/// What nginx and Envoy do differently whatever the routes are.
public struct EnvironmentDifference: Hashable, Sendable {
  /// A stable name, for example `double-slashes`.
  public var code: String
  /// Which requests, in words.
  public var requests: String
  /// What ingress-nginx does.
  public var before: String
  /// What Istio's Envoy does.
  public var after: String
  /// The setting of the mesh or the gateway that removes the difference; empty where none does.
  public var remedy: String
  /// The path normalizations under which the difference is not there.
  var removedBy: Set<PathNormalization> = []

  /// The differences that remain under a path normalization.
  public static func all(under setting: PathNormalization) -> [EnvironmentDifference] {
    (ofPaths + ofRequests + ofAnswers).filter { !$0.removedBy.contains(setting) }
  }
}
