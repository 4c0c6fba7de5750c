/// Chooses among the endpoints of a Service, and how long a connection to one may take.
enum LoadBalancing: AnnotationFamily {
  enum Key: String, CaseIterable {
    case algorithm = "load-balance"
    case connectTimeout = "proxy-connect-timeout"
  }

  /// The algorithms that the controller accepts.
  static let algorithms = [
    "round_robin", "ewma", "chash", "chashsubset", "sticky_balanced", "sticky_persistent",
  ]

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: Sendable {
    var algorithm: String?
    /// In seconds.
    var connectTimeout: Int?
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let algorithm = annotations.text(.algorithm)
    guard algorithm.map(algorithms.contains) ?? true else {
      throw .dropped(
        key: Key.algorithm.rawValue,
        reason: "its value is none of \(algorithms.joined(separator: ", "))")
    }
    return Setting(
      algorithm: algorithm,
      connectTimeout: lenientInteger(
        annotations, .connectTimeout, default: "the ConfigMap's seconds", &doubts))
  }
}
