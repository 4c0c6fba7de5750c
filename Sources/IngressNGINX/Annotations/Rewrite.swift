/// Replaces the path on the way to the backend, and decides how all paths of a host are matched.
enum Rewrite: AnnotationFamily {
  enum Key: String, CaseIterable {
    case target = "rewrite-target"
    case useRegex = "use-regex"
    case appRoot = "app-root"
  }

  struct Setting: Sendable {
    /// Empty where there is none.
    var target = ""
    var usesRegex = false
    /// Empty where there is none.
    var appRoot = ""
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let target = lenientText(annotations, .target, .target, else: "does not rewrite", &doubts)
    let root = lenientText(annotations, .appRoot, .target, else: "has no app root", &doubts)
    return Setting(
      target: target ?? "",
      usesRegex: lenientFlag(annotations, .useRegex, default: "false", &doubts) ?? false,
      appRoot: usableRoot(root, &doubts))
  }

  /// An app root must be a path, not an absolute address (`rewrite.Parse`, `url.ParseRequestURI`).
  private static func usableRoot(_ root: String?, _ doubts: inout [Doubt]) -> String {
    guard let root else { return "" }
    guard root.hasPrefix("/") else {
      doubts.append(
        Doubt(
          key: Key.appRoot.rawValue, expected: "a path that starts with /",
          consequence: "has no app root"))
      return ""
    }
    return root
  }
}
