/// A copy of a request that goes to a mirror.
public struct MirroredRequest: Hashable, Sendable {
  /// The method.
  public var method: String
  /// The Host header.
  public var host: String
  /// Path and query.
  public var target: String
  /// How many of a hundred such requests are copied, drawn by chance; 100 for all.
  public var percent: Double

  /// Describes a copy.
  public init(method: String, host: String, target: String, percent: Double = 100) {
    self.method = method
    self.host = host
    self.target = target
    self.percent = percent
  }
}
