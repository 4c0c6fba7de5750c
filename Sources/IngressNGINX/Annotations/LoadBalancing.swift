import Routing

/// Chooses among the endpoints of a Service (`loadbalancing`).
enum LoadBalancing: AnnotationFamily {
  enum Key: String, CaseIterable {
    case algorithm = "load-balance"
  }

  /// The algorithms that the controller accepts.
  static let algorithms = [
    "round_robin", "ewma", "chash", "chashsubset", "sticky_balanced", "sticky_persistent",
  ]

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var algorithm: String?
  }

  static let heading: String? = "custom-nginx-load-balancing"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .choice(algorithms), fallback: .configMap("load-balance"), scope: .upstream,
      failure: .dropped, meaning: "chooses endpoints by this algorithm",
      notes: [
        "The oldest Ingress that names the Service and port decides.",
        "Session affinity wins over upstream-hash-by, which wins over this.",
      ], fate: .lost(.tuning, unless: "round_robin"), countsOnCanaries: true)
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(algorithm: try annotations.text(.algorithm))
  }
}

extension IngressSettings {
  var loadBalancing: LoadBalancing.Setting { self[LoadBalancing.self] }
}
