import Kubernetes

/// The namespaces whose Ingresses the controller sees (`--watch-namespace`,
/// `--watch-namespace-selector`).
struct WatchedNamespaces: Sendable {
  private let only: String
  private let selector: NamespaceSelector?
  private let namespaces: [String: Namespace]

  init(_ cluster: Cluster, _ options: ControllerOptions) {
    only = options.watchedNamespace
    selector = options.namespaceSelector
    namespaces = cluster.namespaces
  }

  /// Whether the selector cannot be asked, because the input holds no Namespaces.
  var isGuess: Bool { selector != nil && namespaces.isEmpty }

  /// Manifests seldom hold their Namespaces: without any, each one counts as selected.
  func contain(_ name: String) -> Bool {
    guard only.isEmpty || only == name else { return false }
    guard let selector, !namespaces.isEmpty else { return true }
    guard let namespace = namespaces[name] else { return false }
    // The API server gives each Namespace this label.
    let labels = namespace.labels.merging(["kubernetes.io/metadata.name": name]) { $1 }
    return selector.matches(labels)
  }

  /// Why a namespace is not watched, in words.
  var reason: String {
    if !only.isEmpty { return "--watch-namespace is \(only)" }
    return "its namespace does not fit --watch-namespace-selector \(selector?.text ?? "")"
  }
}
