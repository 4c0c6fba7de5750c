import Routing

/// Copies requests to another server (`mirror`).
enum Mirror: AnnotationFamily {
  enum Key: String, CaseIterable {
    case target = "mirror-target"
    case requestBody = "mirror-request-body"
    case host = "mirror-host"
  }

  struct Setting: FamilySetting, Hashable {
    /// Where copies go, with nginx's variables as they are; empty where there are none.
    var target = ""
    var copiesBody = true
    /// The Host header of copies.
    var host = ""
    /// The target cannot be used, but nginx still refers to it.
    var isDangling = false
  }

  static let heading: String? = "mirror"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .target:
      AnnotationEntry(
        syntax: .serverName, risk: .high,
        meaning: "sends a copy of each request here and drops the answer",
        notes: [
          "The target's path replaces the request's, and the query is appended; $request_uri is the "
            + "original path and query.",
          "A slow copy slows the request down.",
          "A host that does not resolve makes nginx refuse its whole configuration.",
        ], fate: .lost(.answer))
    case .requestBody:
      AnnotationEntry(
        syntax: .onOff, fallback: .fixed("on"), meaning: "copies the request's body, too",
        fate: .lost(.answer, unless: "on"))
    case .host:
      AnnotationEntry(
        syntax: .serverName, risk: .high, meaning: "sends this Host header with the copy",
        notes: ["Without it the header is the host of mirror-target."], fate: .lost(.answer))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    guard let target = try annotations.text(.target) else {
      annotations.ignoreAll(but: .target)
      let written = trimmedLines(annotations.written(.target) ?? "")
      return Setting(isDangling: !written.isEmpty)
    }
    return Setting(
      target: trimmed(target[...]), copiesBody: try annotations.text(.requestBody) != "off",
      host: try annotations.text(.host) ?? host(of: target))
  }

  /// The host of the target up to its first variable; empty where it has none, or where a line
  /// break follows the target, as after YAML's `|`.
  private static func host(of target: String) -> String {
    (try? AddressHost(of: String(target.prefix { $0 != "$" })))?.name ?? ""
  }
}

extension IngressSettings {
  var mirror: Mirror.Setting { self[Mirror.self] }
}
