package import Routing

/// One key of the controller's ConfigMap, for those who tell of it.
package struct DescribedSetting: Sendable {
  package var key: String
  /// What holds where nothing is written.
  package var fallback: String
  /// What it decides; completes "ingress-nginx …".
  package var meaning: String
  /// What its loss can do; nil where the new routes carry it.
  package var loss: Loss?

  /// Every key, sorted.
  package static let all: [DescribedSetting] = ConfigMapKey.all.map { key in
    DescribedSetting(
      key: key.name, fallback: key.fallback, meaning: key.meaning, loss: key.risk)
  }.sorted { $0.key < $1.key }
}
