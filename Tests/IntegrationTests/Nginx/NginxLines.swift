import Routing

/// Lines for the block that is being written, and what they need above it and beside it.
struct NginxLines {
  var block: [String] = []
  /// What a location needs at the level of its `server`.
  var server: [String] = []
  var http: [String] = []
  /// Files that stand in the folder of the case, by name.
  var files: [String: String] = [:]
  /// The backends that requests may be passed to.
  var backends: Set<Backend> = []

  static func += (lines: inout NginxLines, more: NginxLines) {
    lines.block += more.block
    lines.server += more.server
    lines.files.merge(more.files) { $1 }
    lines.http += more.http
    lines.backends.formUnion(more.backends)
  }

  /// Adds a `map` and hands its variable back; `entries` are keys and values as they stand.
  mutating func map(
    _ source: String, _ variable: String, _ entries: [(key: String, value: String)]
  ) -> String {
    let lines = entries.map { "  \($0.key) \($0.value);" }
    http += ["map \(source) \(variable) {"] + lines + ["}"]
    return variable
  }
}

extension String {
  /// The text as one word of nginx configuration; `$` still begins a variable.
  var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The text as a regular expression that fits it and nothing else.
  var asPattern: String {
    let escaped = map { character in
      character.isLetter || character.isNumber || character == "_"
        ? String(character) : "\\\(character)"
    }
    return "^\(escaped.joined())$"
  }

  /// The text as the end of a variable's name, as `$http_` and `$cookie_` have them.
  func asVariable(of what: String) throws(Unsaid) -> String {
    let name = lowercased().replacing("-", with: "_")
    let isName = name.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "_")
    }
    guard isName, !name.isEmpty else { throw Unsaid("the name \(self) of a \(what)") }
    return "$\(what)_\(name)"
  }
}
