import Routing

/// Changes the Domain and the Path of the backend's cookies (`proxy`).
enum CookieRewriting: AnnotationFamily {
  enum Key: String, CaseIterable {
    case domain = "proxy-cookie-domain"
    case path = "proxy-cookie-path"
  }

  /// What is written: `off`, or the old and the new text; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var domain: String?
    var path: String?
  }

  static let heading: String? = "proxy-cookie-domain"

  static func entry(of key: Key) -> AnnotationEntry {
    let pair = "One word alone, other than off, makes nginx refuse the configuration."
    return switch key {
    case .domain:
      AnnotationEntry(
        syntax: .characters(.basic, ignoringBlanks: true),
        fallback: .configMap("proxy-cookie-domain"), risk: .medium,
        meaning: "replaces the Domain of the backend's cookies by another", notes: [pair],
        fate: .lost(.answer, unless: "off"))
    case .path:
      AnnotationEntry(
        syntax: .characters(.url, ignoringBlanks: true),
        fallback: .configMap("proxy-cookie-path"), risk: .medium,
        meaning: "replaces the beginning of the Path of the backend's cookies by another",
        notes: [
          pair,
          "Quotes and semicolons are refused, so Secure and HttpOnly cannot be added with it; nor "
            + "can the old path be an expression.",
        ], fate: .lost(.answer, unless: "off"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(domain: try annotations.text(.domain), path: try annotations.text(.path))
  }
}

extension IngressSettings {
  var cookieRewriting: CookieRewriting.Setting { self[CookieRewriting.self] }
}
