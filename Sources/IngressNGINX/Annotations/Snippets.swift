import Routing

/// Text that goes into nginx's configuration as it is (`snippet`, `serversnippet`,
/// `streamsnippet`).
enum Snippets: AnnotationFamily {
  enum Key: String, CaseIterable {
    case configuration = "configuration-snippet"
    case server = "server-snippet"
    case stream = "stream-snippet"
  }

  /// Empty texts are not there.
  struct Setting: FamilySetting, Hashable {
    /// At the end of every location of the Ingress.
    var configuration = ""
    /// In the server, before its locations.
    var server = ""
    /// Beside the servers of HTTP.
    var stream = ""
  }

  static let heading: String? = "configuration-snippet"

  static func entry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .anything, failure: .dropped, risk: .critical,
      meaning: "writes this into nginx's configuration of the paths, which may refuse requests",
      notes: [
        "By default its risk makes the controller refuse the whole Ingress "
          + "(annotations-risk-level).",
        "Without allow-snippet-annotations in the ConfigMap only the snippet is left out.",
      ], fate: .lost(.protection))
    switch key {
    case .configuration: break
    case .server:
      entry.scope = .server
      entry.meaning =
        "writes this into nginx's configuration of the host, which may refuse requests"
      entry.notes.append("The oldest Ingress of the host that has one decides.")
    case .stream:
      (entry.scope, entry.countsOnCanaries) = (.controller, true)
      entry.meaning = "writes this into nginx's configuration of TCP and UDP"
      entry.notes.append("Those of all Ingresses are used.")
    }
    return entry
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      configuration: try annotations.text(.configuration) ?? "",
      server: try annotations.text(.server) ?? "",
      stream: try annotations.text(.stream) ?? "")
  }
}

extension IngressSettings {
  var snippets: Snippets.Setting { self[Snippets.self] }
}
