import Verification

/// How far a verification goes.
public struct VerificationOptions: Hashable, Sendable {
  /// Whether `migrate` compares what it wrote with what it read.
  public var isOn = true
  /// The most joint states of the path patterns of one host and scheme; beyond it the verdict says
  /// up to which length paths were compared.
  public var stateBudget = 50_000
  /// Whether to keep a request for each class that was compared.
  public var keepsWitnesses = false

  /// Chooses what is enough for all but extraordinary hosts.
  public init() {}

  var budget: Budget { Budget(states: stateBudget) }
}
