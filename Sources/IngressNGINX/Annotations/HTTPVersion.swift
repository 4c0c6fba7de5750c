import Routing

/// Chooses the version of HTTP towards the backend (`proxy`).
enum HTTPVersion: AnnotationFamily {
  enum Key: String, CaseIterable {
    case version = "proxy-http-version"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    /// `1.0` or `1.1`.
    var version: String?
  }

  static let heading: String? = "proxy-http-version"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .choice(["1.0", "1.1"]), fallback: .configMap("proxy-http-version"),
      meaning: "speaks this version of HTTP to the backend",
      notes: ["There is no HTTP/2 to backends but with backend-protocol GRPC and GRPCS."],
      fate: .lost(.tuning, unless: "1.1"))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(version: try annotations.choice(.version).map { trimmed($0[...]) })
  }
}

extension IngressSettings {
  var httpVersion: HTTPVersion.Setting { self[HTTPVersion.self] }
}
