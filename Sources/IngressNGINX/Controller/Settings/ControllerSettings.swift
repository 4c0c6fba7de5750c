import Evidence
import Kubernetes

/// What the controller's ConfigMap decides; the plain initialiser is an empty ConfigMap.
///
/// The typed properties stand in the files beside this one, the keys with their defaults in the
/// tables of `ConfigMapKey`.
struct ControllerSettings: Sendable {
  private var values: [String: ConfigMapValue] = [:]
  /// What is to be said of entries, in the order of the manifest.
  private(set) var doubts: [ConfigMapDoubt] = []
  /// The keys that say something else than the default, and where.
  private(set) var changed: [(key: ConfigMapKey, place: Place)] = []

  /// Reads the ConfigMap as `template.ReadConfig` does: what cannot be used keeps its default.
  init(_ configMap: ConfigMap? = nil, version: ControllerVersion = .current) {
    for key in ConfigMapKey.all {
      values[key.name] = ConfigMapValue(content: key.content(in: version))
    }
    guard let configMap else { return }
    let exact = Set(configMap.data.map(\.key)).intersection(values.keys)
    for entry in configMap.data { read(entry, exact) }
  }

  /// The value in force for a key; nil for a key that the controller does not know.
  func value(of key: String) -> ConfigMapValue? { values[key] }

  private mutating func read(_ entry: Annotation, _ exact: Set<String>) {
    guard let key = key(of: entry, exact) else {
      doubts.append(ConfigMapDoubt(entry: entry, reason: .unknown))
      return
    }
    let before = values[key.name]?.content
    let (content, reason) = key.kind.read(entry.value).parts
    let place = content.map { _ in entry.place }
    if let used = content ?? before {
      values[key.name] = ConfigMapValue(content: used, isWritten: true, place: place)
    }
    if let reason { doubts.append(ConfigMapDoubt(entry: entry, key: key, reason: reason)) }
    guard let content, content != before else { return }
    changed.append((key, entry.place))
    if key.risk != nil, Carriage.topicsOfConfigMap[key.name] == nil {
      doubts.append(ConfigMapDoubt(entry: entry, key: key, reason: .notCarriedOver))
    }
  }

  /// The key that an entry means; one in other capitals counts where nobody writes it exactly.
  private func key(of entry: Annotation, _ exact: Set<String>) -> ConfigMapKey? {
    if let key = ConfigMapKey.byName[entry.key] { return key }
    let folded = entry.key.lowercased()
    guard let key = ConfigMapKey.byName[folded], key.isFoundInAnyCase, !exact.contains(folded)
    else { return nil }
    return key
  }
}

/// What is to be said of one entry of the controller's ConfigMap.
struct ConfigMapDoubt: Sendable {
  enum Reason: Hashable, Sendable {
    /// The controller knows no such key.
    case unknown
    /// The default stays in force.
    case unusable
    /// These entries of a list do not count.
    case partlyUnusable([String])
    /// nginx refuses its configuration because of these entries.
    case refused([String])
    /// The new routes do not have it.
    case notCarriedOver
  }

  var entry: Annotation
  /// Nil for an unknown key.
  var key: ConfigMapKey?
  var reason: Reason
}

extension ConfigMapReading {
  /// The value that is used, and what is to be said of it.
  fileprivate var parts: (ConfigMapValue.Content?, ConfigMapDoubt.Reason?) {
    switch self {
    case .good(let content): (content, nil)
    case .partly(let content, let others): (content, .partlyUnusable(others))
    case .refused(let content, let others): (content, .refused(others))
    case .unusable: (nil, .unusable)
    }
  }
}

extension ConfigMapKey {
  /// The default of a version, read like a written value; an empty one is of its kind, too.
  fileprivate func content(in version: ControllerVersion) -> ConfigMapValue.Content {
    kind.read(fallback(in: version)).parts.0 ?? .text("")
  }
}

/// The typed ways to a value, for the properties: a key of another kind has none.
extension ControllerSettings {
  func flag(_ key: String) -> Bool { values[key]?.content == .flag(true) }

  func integer(_ key: String) -> Int {
    guard case .integer(let number) = values[key]?.content else { return 0 }
    return number
  }

  func text(_ key: String) -> String {
    guard case .text(let text) = values[key]?.content else { return "" }
    return text
  }

  func texts(_ key: String) -> [String] {
    guard case .texts(let texts) = values[key]?.content else { return [] }
    return texts
  }
}
