import Routing

/// Changes the Location and Refresh headers of the backend (`proxy`).
enum LocationRewriting: AnnotationFamily {
  enum Key: String, CaseIterable {
    case from = "proxy-redirect-from"
    case to = "proxy-redirect-to"
  }

  /// What is written, the two arguments of `proxy_redirect`; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    /// The text to replace, `default` or `off`.
    var from: String?
    /// What replaces it, or `off`.
    var to: String?
  }

  static let heading: String? = "proxy-redirect"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .from:
      AnnotationEntry(
        syntax: .characters(.url, ignoringBlanks: true),
        fallback: .configMap("proxy-redirect-from"), risk: .medium,
        meaning: "replaces this at the beginning of the backend's Location and Refresh",
        notes: [
          "off and default need no proxy-redirect-to.",
          "Where it is an address and proxy-redirect-to is off, nginx's own default applies.",
        ], fate: .lost(.answer, unless: "off"))
    case .to:
      AnnotationEntry(
        syntax: .characters(.url, ignoringBlanks: true),
        fallback: .configMap("proxy-redirect-to"), risk: .medium,
        meaning: "puts this in place of proxy-redirect-from",
        notes: ["$ is refused, so it cannot hold variables."],
        fate: .lost(.answer, unless: "off"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(from: try annotations.text(.from), to: try annotations.text(.to))
  }
}

extension IngressSettings {
  var locationRewriting: LocationRewriting.Setting { self[LocationRewriting.self] }
}
