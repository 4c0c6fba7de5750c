import Routing

/// Replaces the path on the way to the backend, and decides how all paths of a host are matched
/// (`rewrite`).
enum Rewrite: AnnotationFamily {
  enum Key: String, CaseIterable {
    case target = "rewrite-target"
    case useRegex = "use-regex"
    case appRoot = "app-root"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none.
    var target = ""
    var usesRegex = false
    /// Empty where there is none.
    var appRoot = ""
  }

  static let heading: String? = "rewrite"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .target:
      AnnotationEntry(
        syntax: .characters(.target), risk: .medium,
        meaning: "replaces the whole path by this on the way to the backend",
        notes: [
          "It is no prefix replacement: $1, $2 and so on stand for the groups of the path's "
            + "expression.",
          "Every path of the host becomes a case-insensitive expression, of every Ingress.",
          "A target that begins with http:// or https:// is a redirect with 302.",
        ], fate: .lost(.traffic))
    case .useRegex:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("false"), scope: .server,
        meaning: "matches every path of the host as a case-insensitive expression",
        notes: ["The expressions begin at the start of the path and are open at the end."],
        fate: .carriedOver)
    case .appRoot:
      AnnotationEntry(
        syntax: .characters(.target), scope: .server, risk: .medium,
        meaning: "redirects / to this path with 302",
        notes: ["It comes before everything else of the host; the query is dropped."],
        fate: .carriedOver)
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      target: try annotations.text(.target) ?? "",
      usesRegex: try annotations.flag(.useRegex) ?? false, appRoot: try appRoot(&annotations))
  }

  /// An app root must be a path, not an absolute address (`rewrite.Parse`, `url.ParseRequestURI`).
  private static func appRoot(_ annotations: inout Annotations<Self>) throws(Refusal) -> String {
    guard let root = try annotations.text(.appRoot) else { return "" }
    guard root.hasPrefix("/") else {
      annotations.ignore(
        .appRoot, expected: "a path that starts with /", instead: "has no app root")
      return ""
    }
    return root
  }
}

extension IngressSettings {
  var rewrite: Rewrite.Setting { self[Rewrite.self] }
}
