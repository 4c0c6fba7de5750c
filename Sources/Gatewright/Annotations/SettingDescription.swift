public import Evidence
import IngressNGINX
import Routing

/// What there is to know of one key of the controller's ConfigMap.
public struct SettingDescription: Hashable, Sendable {
  /// The key.
  public var key: String
  /// What it decides; completes "ingress-nginx …".
  public var meaning: String
  /// What holds where it is not written; may be empty.
  public var fallback: String
  /// What the new routes do, one sentence about "them".
  public var fate: String
  /// How much its loss matters; nil where it is carried over.
  public var severity: Severity?

  /// Every key, sorted.
  public static let all: [SettingDescription] = DescribedSetting.all.map { Self($0) }

  private init(_ described: DescribedSetting) {
    key = described.key
    meaning = described.meaning
    fallback = described.fallback
    fate = described.loss?.consequence ?? "They do the same."
    severity = described.loss?.severity
  }
}
