import Routing

/// Opts in to or out of the external authentication of the controller's ConfigMap
/// (`authreqglobal`).
enum GlobalAuth: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "enable-global-auth"
  }

  struct Setting: FamilySetting, Hashable {
    var isEnabled = true
  }

  static let heading: String? = "global-external-authentication"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .flag, fallback: .fixed("true"),
      meaning: "asks the ConfigMap's global-auth-url about each request, or does not",
      notes: ["An auth-url of the Ingress replaces the ConfigMap's anyway."],
      fate: .lost(.protection))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(isEnabled: try annotations.flag(.enabled) ?? true)
  }
}

extension IngressSettings {
  var globalAuth: GlobalAuth.Setting { self[GlobalAuth.self] }
}
