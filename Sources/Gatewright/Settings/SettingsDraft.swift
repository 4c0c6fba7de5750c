import Evidence
import IngressNGINX
import YAMLText

/// A settings file on its way to options.
struct SettingsDraft {
  /// One value of the file and the key that it stands under.
  struct Value {
    /// The whole key, for example `gateway.name` or `accept[2].until`.
    var path: String
    var node: Node
  }

  let file: String
  var options = MigrationOptions()
  /// Where each key stands that is written.
  private(set) var places: [String: Place] = [:]
  private(set) var faults: [SettingsFaults.Fault] = []

  init(file: String) {
    self.file = file
  }

  mutating func fault(at mark: Mark?, _ message: String) {
    let place = mark.map { $0.place(in: file) } ?? Place(file: file)
    faults.append(SettingsFaults.Fault(place: place, message: message))
  }

  mutating func fault(_ value: Value, _ message: String) {
    fault(at: value.node.mark, "'\(value.path)' \(message)")
  }

  /// Where a value stands.
  func place(of value: Value) -> Place { value.node.mark.place(in: file) }

  /// Reads the text: one YAML document with the keys of `SettingsKey.all`.
  mutating func readWhole(_ bytes: [UInt8]) {
    var count = 0
    YAMLText.parse(bytes, file: file) { document in
      switch document {
      case .failure(let error):
        faults.append(SettingsFaults.Fault(place: error.place, message: plain(error.message)))
      case .success(let document):
        count += 1
        for warning in document.warnings {
          faults.append(SettingsFaults.Fault(place: warning.place, message: plain(warning.message)))
        }
        guard count == 1 else {
          return fault(
            at: document.root.mark, "a settings file is one document, and here is another")
        }
        read(Value(path: "", node: document.root))
      }
    }
    checkTogether()
  }

  /// Keys that exclude each other, as in the controller.
  private mutating func checkTogether() {
    guard options.controller.namespaceSelector != nil,
      options.controller.watchedNamespace?.isEmpty == false,
      let place = places["controller.watch-namespace-selector"]
    else { return }
    faults.append(
      SettingsFaults.Fault(
        place: place,
        message: "'controller.watch-namespace' and 'controller.watch-namespace-selector' exclude "
          + "each other"))
  }

  /// Reads a mapping of keys, some of which hold further keys.
  private mutating func read(_ value: Value) {
    guard case .mapping(let entries) = value.node.content else {
      let what = value.path.isEmpty ? "a settings file" : "'\(value.path)'"
      return fault(at: value.node.mark, "\(what) holds keys with values")
    }
    for entry in entries {
      let path = value.path.isEmpty ? entry.key : "\(value.path).\(entry.key)"
      let inner = Value(path: path, node: entry.value)
      if let key = SettingsKey.byPath[path] {
        // An empty value says nothing, as if the key were not there.
        guard !inner.isNull else { continue }
        places[path] = entry.keyMark.place(in: file)
        key.read(inner, &self)
      } else if SettingsKey.sections.contains(path) {
        if !inner.isNull { read(inner) }
      } else {
        fault(at: entry.keyMark, unknown(entry.key, in: value.path))
      }
    }
  }

  /// What to say of a key that is none.
  private func unknown(_ key: String, in section: String) -> String {
    let start = section.isEmpty ? "" : section + "."
    let siblings = SettingsKey.paths.filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count).prefix { $0 != "." }) }
    let whole = SettingsKey.all.map(\.path).first { $0.hasSuffix(".\(key)") }
    let meant = nearestWord(to: key, among: Set(siblings)).map { start + $0 } ?? whole
    let known = Array(Set(siblings)).sorted()
    let hint = meant.map { "; did you mean '\($0)'?" }
    let list = "; '\(section)' has \(alternatives(known, "and"))"
    return "there is no key '\(start)\(key)'" + (hint ?? (section.isEmpty ? "" : list))
  }

  /// A sentence of the parser without what does not hold here.
  private func plain(_ message: String) -> String {
    let first = message.split(separator: ";").first.map(String.init) ?? message
    return first.hasSuffix(".") ? String(first.dropLast()) : first
  }
}

extension SettingsDraft.Value {
  /// Whether nothing stands behind the key.
  var isNull: Bool {
    guard case .scalar(let scalar) = node.content else { return false }
    return scalar.kind == .null
  }
}
