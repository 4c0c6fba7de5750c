import Routing

/// Tells the backend which part of the path was cut off (`xforwardedprefix`).
enum ForwardedPrefix: AnnotationFamily {
  enum Key: String, CaseIterable {
    case value = "x-forwarded-prefix"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none; `$1` and so on stand for the groups of the path's expression.
    var value = ""
  }

  static let heading: String? = "x-forwarded-prefix-header"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .characters(.target, ignoringBlanks: true), failure: .dropped, risk: .medium,
      meaning: "sends this X-Forwarded-Prefix to the backend",
      notes: [
        "It is sent only where rewrite-target replaces the path (`buildProxyPass`).",
        "$1, $2 and so on stand for the groups of the path's expression.",
      ], fate: .lost(.answer))
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(value: try annotations.text(.value) ?? "")
  }
}

extension IngressSettings {
  var forwardedPrefix: ForwardedPrefix.Setting { self[ForwardedPrefix.self] }
}
