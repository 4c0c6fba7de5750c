import Routing

/// Announced resources to push over HTTP/2 (`http2pushpreload`).
enum HTTP2Push: AnnotationFamily {
  enum Key: String, CaseIterable {
    case preload = "http2-push-preload"
  }

  struct Setting: FamilySetting {
    var isOn = false
  }

  static let heading: String? = "http2-push-preload"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .flag, fallback: .fixed("false"), failure: .dropped,
      meaning: "does nothing with it any more: its nginx no longer pushes",
      notes: ["nginx has pushed nothing since 1.25.1."], fate: .lost(.invisible, unless: "false"))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(isOn: try annotations.flag(.preload) ?? false)
  }
}

extension IngressSettings {
  var http2Push: HTTP2Push.Setting { self[HTTP2Push.self] }
}
