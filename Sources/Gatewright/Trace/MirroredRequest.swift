/// A copy of a request that goes to a mirror.
public struct MirroredRequest: Hashable, Sendable {
  /// The method.
  public var method: String
  /// The Host header.
  public var host: String
  /// Path and query.
  public var target: String

  /// Describes a copy.
  public init(method: String, host: String, target: String) {
    self.method = method
    self.host = host
    self.target = target
  }
}
