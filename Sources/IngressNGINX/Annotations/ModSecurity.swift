import Routing

/// Inspects requests with ModSecurity (`modsecurity`).
enum ModSecurity: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "enable-modsecurity"
    case coreRules = "enable-owasp-core-rules"
    case transactionID = "modsecurity-transaction-id"
    case snippet = "modsecurity-snippet"
  }

  struct Setting: FamilySetting, Hashable {
    /// nil leaves it to the ConfigMap; false switches off what the ConfigMap switches on.
    var isEnabled: Bool?
    /// The OWASP Core Rule Set is added to the ConfigMap's rules.
    var usesCoreRules = false
    /// A variable of nginx; empty where there is none.
    var transactionID = ""
    /// Rules; empty where there are none.
    var snippet = ""
  }

  static let heading: String? = "modsecurity"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .enabled:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("enable-modsecurity"),
        meaning: "inspects requests with ModSecurity",
        notes: ["false switches off what the ConfigMap switches on."],
        fate: .lost(.protection, unless: "false"), failsOpen: true)
    case .coreRules:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("enable-owasp-modsecurity-crs"),
        meaning: "inspects requests by the OWASP Core Rule Set",
        fate: .lost(.protection, unless: "false"), failsOpen: true)
    case .transactionID:
      AnnotationEntry(
        syntax: .characters(.variable, ignoringBlanks: true), risk: .high,
        meaning: "names ModSecurity's transactions by this variable", fate: .lost(.invisible))
    case .snippet:
      AnnotationEntry(
        syntax: .anything, failure: .dropped, risk: .critical,
        meaning: "inspects requests by these rules of ModSecurity",
        notes: [
          "They replace the default rules where an annotation switches ModSecurity on.",
          "By default its risk makes the controller refuse the whole Ingress "
            + "(annotations-risk-level).",
        ], fate: .lost(.protection))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      isEnabled: try annotations.flag(.enabled),
      usesCoreRules: try annotations.flag(.coreRules) ?? false,
      transactionID: try annotations.text(.transactionID) ?? "",
      snippet: try annotations.text(.snippet) ?? "")
  }
}

extension IngressSettings {
  var modSecurity: ModSecurity.Setting { self[ModSecurity.self] }
}
