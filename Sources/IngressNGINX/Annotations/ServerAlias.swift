/// Serves the hosts of the Ingress under more names (`alias`).
enum ServerAlias: AnnotationFamily {
  enum Key: String, CaseIterable {
    case names = "server-alias"
  }

  struct Setting: FamilySetting, Hashable {
    /// Names, `*.…` and expressions after `~`, each once and sorted as the controller does.
    var names: [String] = []
  }

  static let heading: String? = "server-alias"

  static func entry(of key: Key) -> AnnotationEntry {
    AnnotationEntry(
      syntax: .serverNames, scope: .server, failure: .dropped, risk: .high,
      meaning: "serves the host under these names, too",
      notes: [
        "Only the oldest Ingress of the host with such a list counts.",
        "A name that is another Ingress's host is left out.",
        "*. stands for one or more labels here; ~ begins an expression.",
        "An alias of two hosts belongs to the one whose name sorts first.",
      ], fate: .carriedOver)
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(names: Set(addressEntries(try annotations.text(.names) ?? "")).sorted())
  }
}

extension IngressSettings {
  var alias: ServerAlias.Setting { self[ServerAlias.self] }
}
