import Routing

/// Reports requests to OpenTelemetry (`opentelemetry`).
enum OpenTelemetry: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "enable-opentelemetry"
    case trustsIncomingSpan = "opentelemetry-trust-incoming-span"
    case operationName = "opentelemetry-operation-name"
  }

  struct Setting: FamilySetting, Hashable {
    /// nil leaves it to the ConfigMap.
    var isEnabled: Bool?
    /// nil leaves it to the ConfigMap.
    var trustsIncomingSpan: Bool?
    /// Empty leaves it to the ConfigMap.
    var operationName = ""
  }

  static let heading: String? = "enable-opentelemetry"

  static func entry(of key: Key) -> AnnotationEntry {
    let alone = "It is ignored without enable-opentelemetry: \"true\" on the same Ingress."
    return switch key {
    case .enabled:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("enable-opentelemetry"),
        meaning: "reports requests to OpenTelemetry", fate: .lost(.invisible, unless: "false"))
    case .trustsIncomingSpan:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("opentelemetry-trust-incoming-span"),
        meaning: "takes the spans of requests for the parents of its own", notes: [alone],
        fate: .lost(.invisible, unless: "true"))
    case .operationName:
      AnnotationEntry(
        syntax: .expression("[A-Za-z0-9_-]*", "letters, digits, _ and -", ignoringBlanks: true),
        fallback: .configMap("opentelemetry-operation-name"), failure: .dropped, risk: .medium,
        meaning: "names its spans so", notes: [alone], fate: .lost(.invisible))
    }
  }

  /// The other keys are not even looked at unless OpenTelemetry is switched on here.
  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let isEnabled = try annotations.flag(.enabled)
    guard isEnabled == true else {
      if isEnabled == nil { annotations.ignoreAll(but: .enabled) }
      return Setting(isEnabled: isEnabled)
    }
    return Setting(
      isEnabled: true, trustsIncomingSpan: try annotations.flag(.trustsIncomingSpan),
      operationName: try annotations.text(.operationName) ?? "")
  }
}

extension IngressSettings {
  var openTelemetry: OpenTelemetry.Setting { self[OpenTelemetry.self] }
}
