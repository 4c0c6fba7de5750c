import YAMLText

/// The text of a settings file that says what no file at all says.
struct SettingsPage {
  /// What the input suggests for a key.
  struct Suggestion {
    /// What stands there, ending with a colon.
    var title: String
    /// The value below the key, as YAML.
    var lines: [String]
    /// What is left out.
    var rest: [String] = []
  }

  /// Values for keys that hold lists and mappings.
  var suggestions: [String: Suggestion] = [:]
  private var found: [String: (value: String, note: String)] = [:]

  init() {}

  /// Notes that the input says what a key could say.
  mutating func find(_ path: String, _ value: String, _ note: String) {
    found[path] = (value, note)
  }

  private static let head = """
    # Settings of gatewright, for every run in this folder and below it. Every key stands here with
    # its default, so that nothing changes until you change it; keys may be left out. What the
    # command line says goes before what stands here.

    """

  /// The file.
  var text: String {
    var text = Self.head
    var section = ""
    for key in SettingsKey.all {
      let parts = key.path.split(separator: ".", maxSplits: 1).map(String.init)
      let own = parts.count > 1 ? parts[0] : ""
      if own != section || own.isEmpty { text += "\n" }
      if own != section, !own.isEmpty { text += "\(own):\n" }
      section = own
      let indent = own.isEmpty ? "" : "  "
      for line in lines(of: key, named: parts.last ?? key.path) { text += indent + line + "\n" }
    }
    return text
  }

  private func lines(of key: SettingsKey, named name: String) -> [String] {
    let option = key.option.isEmpty ? "" : " (\(key.option))"
    var lines = ["# \(key.meaning)\(option)"]
    guard let fallback = key.fallback else {
      lines[0] += "; by default \(key.otherwise)"
      if let found = found[key.path] {
        return lines + ["# \(found.note)", "# \(name): \(scalar(found.value))"]
      }
      return lines + ["# \(name): \(key.example)"]
    }
    lines.append("\(name): \(fallback)")
    guard fallback == "[]" || fallback == "{}" else { return lines }
    if let suggestion = suggestions[key.path] {
      return lines + ["# \(suggestion.title)", "# \(name):"]
        + suggestion.lines.map { "#   \($0)" } + suggestion.rest.map { "# \($0)" }
    }
    let example = key.example.split(separator: "\n").map(String.init)
    guard example.count > 1 else { return lines + ["# For example: \(name): \(key.example)"] }
    return lines + ["# For example:", "# \(name):"] + example.map { "#   \($0)" }
  }

  /// A value as one YAML scalar.
  private func scalar(_ text: String) -> String {
    var printed = ""
    YAMLText.print(.string(text), into: &printed)
    let line = printed.split(whereSeparator: \.isNewline)
    return line.count == 1 ? String(line[0]) : "'?'"
  }
}
