import Routing

/// What nginx writes into its logs (`log`).
enum Logging: AnnotationFamily {
  enum Key: String, CaseIterable {
    case access = "enable-access-log"
    case rewrite = "enable-rewrite-log"
  }

  struct Setting: FamilySetting, Hashable {
    /// Each request has a line in the access log.
    var logsAccess = true
    /// Each rewrite has a line in the error log.
    var logsRewrites = false
  }

  static let heading: String? = "enable-access-log"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .access:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("true"),
        meaning: "writes a line into the access log for each request",
        fate: .lost(.invisible, unless: "true"))
    case .rewrite:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("false"),
        meaning: "writes rewrites of paths into the error log",
        fate: .lost(.invisible, unless: "false"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      logsAccess: try annotations.flag(.access) ?? true,
      logsRewrites: try annotations.flag(.rewrite) ?? false)
  }
}

extension IngressSettings {
  var logging: Logging.Setting { self[Logging.self] }
}
