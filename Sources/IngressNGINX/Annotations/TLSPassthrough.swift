import Routing

/// Passes TLS on to the backend unopened (`sslpassthrough`).
enum TLSPassthrough: AnnotationFamily {
  enum Key: String, CaseIterable {
    case enabled = "ssl-passthrough"
  }

  struct Setting: FamilySetting, Hashable {
    var isOn = false
  }

  static let heading: String? = "ssl-passthrough"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .flag, fallback: .fixed("false"), scope: .server, failure: .dropped,
      meaning: "passes TLS on unopened to the Service behind the host's path /",
      notes: [
        "It needs --enable-ssl-passthrough.",
        "Other paths and all other annotations do not count for TLS.",
        "Only the exact host counts, no wildcard and no alias.",
        "Plain HTTP is served as usual.",
      ], fate: .lost(.traffic, unless: "false"))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(isOn: try annotations.flag(.enabled) ?? false)
  }
}

extension IngressSettings {
  var tlsPassthrough: TLSPassthrough.Setting { self[TLSPassthrough.self] }
}
