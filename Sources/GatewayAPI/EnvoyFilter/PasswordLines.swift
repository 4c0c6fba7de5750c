import YAMLText

extension EnvoyFilter {
  /// The name of the filter that asks for user names and passwords.
  package static let passwordFilter = "envoy.filters.http.basic_auth"
}

/// The `users` of Envoy's basic authentication: lines of a password file.
enum PasswordLines {
  private static let type = EnvoyFilter.typeOfFilters + "basic_auth.v3."

  /// The lines of a filter or of a route; nil where something in it is not understood.
  static func read(_ config: Field) -> [String]? {
    guard config.holdsOnly("@type", "users"),
      config["users"].keys == ["inline_string"], let text = config["users"]["inline_string"].plain
    else { return nil }
    return text.utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    .filter { !$0.hasPrefix("#") }
  }

  /// The filter as it stands in the chain; it lets nobody in unless a route says whom.
  static func node(ofFilter lines: [String]) -> Node { node("BasicAuth", lines) }

  static func node(ofRoute lines: [String]) -> Node { node("BasicAuthPerRoute", lines) }

  /// Envoy takes no empty text, but a file of comments alone.
  private static func node(_ kind: String, _ lines: [String]) -> Node {
    var users = Fields()
    let written = lines.isEmpty ? ["# nobody"] : lines
    users.put("inline_string", written.map { "\($0)\n" }.joined())
    var fields = Fields()
    fields.put("@type", type + kind)
    fields.put("users", users.node)
    return fields.node
  }
}
