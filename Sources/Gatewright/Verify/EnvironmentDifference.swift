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

  /// The differences under a path normalization.
  public static func all(under setting: PathNormalization) -> [EnvironmentDifference] {
    [doubleSlashes(setting), encodedSlashes(setting)] + ofPaths + ofRequests + ofAnswers
  }
}
