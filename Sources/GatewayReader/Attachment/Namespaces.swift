import GatewayAPI
import Kubernetes

/// The namespaces of a cluster and whom selectors choose among them.
struct Namespaces {
  private let labels: [String: [String: String]]

  init(_ namespaces: [String: Namespace]) { labels = namespaces.mapValues { $0.labels } }

  /// Whether `from` and its selector let a namespace in.
  ///
  /// Istio reads `from: Selector` without a selector as every namespace
  /// (`namespacesFromSelector`), and a missing `from` as the owner's own.
  func admits(_ namespace: String, _ allowed: AllowedNamespaces?, of own: String) -> Bool {
    switch allowed?.from ?? .same {
    case .all: true
    case .same: namespace == own
    case .nowhere: false
    case .selector: allowed?.selector.map { selects($0, namespace) } ?? true
    }
  }

  private func selects(_ selector: LabelSelector, _ namespace: String) -> Bool {
    var labels = labels[namespace] ?? [:]
    labels["kubernetes.io/metadata.name"] = namespace
    return selector.matchLabels.allSatisfy { labels[$0.name] == $0.value }
      && selector.matchExpressions.allSatisfy { $0.fits(labels[$0.key]) }
  }
}

extension LabelSelector.Expression {
  fileprivate func fits(_ value: String?) -> Bool {
    switch comparison {
    case .contained: value.map { values.contains($0) } ?? false
    case .notContained: value.map { !values.contains($0) } ?? true
    case .exists: value != nil
    case .doesNotExist: value == nil
    }
  }
}
