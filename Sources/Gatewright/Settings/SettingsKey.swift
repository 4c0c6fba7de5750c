/// One key of the settings file: what it is called, what it means, and what holds without it.
public struct SettingsKey: Sendable {
  /// The key with those that it stands below, for example `gateway.name`.
  public let path: String
  /// What it decides, one line without a full stop.
  public let meaning: String
  /// What it takes, for example `a name` or `true or false`.
  public let syntax: String
  /// The value that holds where the key is left out, as YAML; nil where that is not one value.
  public let fallback: String?
  /// What holds where the key is left out and there is no one default; else empty.
  public let otherwise: String
  /// A value as somebody might write it, as YAML: a line, or indented lines.
  public let example: String
  /// The option of the command line that says the same; empty where there is none.
  public let option: String
  /// Sets what a value says.
  let read: @Sendable (SettingsDraft.Value, inout SettingsDraft) -> Void

  init(
    _ path: String, _ meaning: String, syntax: String, fallback: String? = nil,
    otherwise: String = "", example: String, option: String = "",
    read: @escaping @Sendable (SettingsDraft.Value, inout SettingsDraft) -> Void
  ) {
    self.path = path
    self.meaning = meaning
    self.syntax = syntax
    self.fallback = fallback
    self.otherwise = otherwise
    self.example = example
    self.option = option
    self.read = read
  }
}

extension SettingsKey {
  /// Every key, in the order in which `gatewright init` writes them.
  ///
  /// A new option gets its key here and nowhere else: reading, `gatewright init`,
  /// docs/settings.md and `explain --object` follow.
  public static let all: [SettingsKey] =
    ofGateway + ofRoutes + ofDestinationRules + ofMirrors + ofFindings + ofVerification
    + ofController

  static let byPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
  static let paths = all.map(\.path)
  /// The keys that only hold further keys.
  static let sections = Set(
    paths.flatMap { path -> [String] in
      let parts = path.split(separator: ".").map(String.init)
      return parts.indices.dropFirst().map { parts[..<$0].joined(separator: ".") }
    })
}

/// A property that a key sets.
typealias Property<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// Keys by the kind of their value; the default is that of the options.
extension SettingsKey {
  /// A key that takes one of the words of an enum.
  static func word<Word: RawRepresentable & CaseIterable & Sendable>(
    _ path: String, _ meaning: String, option: String,
    _ property: Property<MigrationOptions, Word>
  ) -> SettingsKey where Word.RawValue == String {
    let fallback = MigrationOptions()[keyPath: property].rawValue
    let words = Word.allCases.map(\.rawValue)
    return SettingsKey(
      path, meaning, syntax: alternatives(words), fallback: fallback,
      example: words.first { $0 != fallback } ?? fallback, option: option
    ) { value, draft in
      guard let word = draft.word(value, of: words).flatMap({ Word(rawValue: $0) }) else { return }
      draft.options[keyPath: property] = word
    }
  }

  /// A key that takes `true` or `false`.
  static func flag(
    _ path: String, _ meaning: String, option: String,
    _ property: Property<MigrationOptions, Bool>
  ) -> SettingsKey {
    let fallback = MigrationOptions()[keyPath: property]
    return SettingsKey(
      path, meaning, syntax: "true or false", fallback: "\(fallback)", example: "\(!fallback)",
      option: option
    ) { value, draft in
      guard let flag = draft.flag(value) else { return }
      draft.options[keyPath: property] = flag
    }
  }

  /// A key that takes the name of a Kubernetes object.
  static func name(
    _ path: String, _ meaning: String, example: String, option: String,
    _ property: Property<MigrationOptions, String>
  ) -> SettingsKey {
    SettingsKey(
      path, meaning, syntax: "a name", fallback: MigrationOptions()[keyPath: property],
      example: example, option: option
    ) { value, draft in
      guard let name = draft.parsed(value, as: nameSyntax, { isObjectName($0) ? $0 : nil })
      else { return }
      draft.options[keyPath: property] = name
    }
  }

  /// A key whose value is read from text, and that says nothing by default.
  static func parsed<Result: Sendable>(
    _ path: String, _ meaning: String, syntax: String, otherwise: String, example: String,
    option: String, _ property: Property<MigrationOptions, Result?>,
    _ parse: @escaping @Sendable (String) -> Result?
  ) -> SettingsKey {
    SettingsKey(
      path, meaning, syntax: syntax, otherwise: otherwise, example: example, option: option
    ) { value, draft in
      guard let result = draft.parsed(value, as: syntax, parse) else { return }
      draft.options[keyPath: property] = result
    }
  }
}

/// What a name of a Gateway or namespace looks like.
let nameSyntax = "a Kubernetes name (a-z, 0-9 and '-', at most 63 of them)"

/// Whether a text is a DNS label (RFC 1123), as names of namespaces and Gateways are.
package func isObjectName(_ text: String) -> Bool {
  let letters = text.utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
  return letters && (1...63).contains(text.utf8.count) && !text.hasPrefix("-")
    && !text.hasSuffix("-")
}
