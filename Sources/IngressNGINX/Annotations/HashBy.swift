import Routing

/// Chooses endpoints by a hash of something in the request (`upstreamhashby`).
enum HashBy: AnnotationFamily {
  enum Key: String, CaseIterable {
    case text = "upstream-hash-by"
    case subset = "upstream-hash-by-subset"
    case subsetSize = "upstream-hash-by-subset-size"
  }

  struct Setting: FamilySetting {
    /// Text with nginx variables; empty where there is none.
    var text = ""
    var usesSubset = false
    var subsetSize = 3
  }

  static let heading: String? = "custom-nginx-upstream-hashing"

  static func entry(of key: Key) -> AnnotationEntry {
    let oldest = "The oldest Ingress that names the Service and port decides."
    let empty = "An empty value also drops the other upstream-hash-by annotations."
    return switch key {
    case .text:
      AnnotationEntry(
        syntax: .characters(.variable, ignoringBlanks: true), scope: .upstream, failure: .dropped,
        risk: .high, meaning: "chooses endpoints by the hash of this text with its variables",
        notes: [
          oldest, empty, "Session affinity wins over it; it wins over load-balance.",
          "$http_x-y is no variable: its name ends before the hyphen.",
        ], fate: .lost(.tuning), countsOnCanaries: true)
    case .subset:
      AnnotationEntry(
        syntax: .flag, fallback: .fixed("false"), scope: .upstream, failure: .dropped,
        meaning: "hashes onto groups of endpoints, and picks one of a group at random",
        notes: [oldest, empty], fate: .lost(.tuning, unless: "false"), countsOnCanaries: true)
    case .subsetSize:
      AnnotationEntry(
        syntax: .integer, fallback: .fixed("3"), scope: .upstream, failure: .dropped,
        meaning: "makes the groups of upstream-hash-by-subset this large",
        notes: [oldest, empty, "0 means 3."], fate: .lost(.tuning), countsOnCanaries: true)
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    try refuseUnreadable(annotations, .text) { !trimmedLines($0).isEmpty }
    let text = try annotations.text(.text) ?? ""
    try refuseUnreadable(annotations, .subset) { boolean($0) != nil }
    let usesSubset = try annotations.flag(.subset) ?? false
    try refuseUnreadable(annotations, .subsetSize) { decimal($0) != nil }
    let size = try annotations.integer(.subsetSize) ?? 0
    return Setting(text: text, usesSubset: usesSubset, subsetSize: size == 0 ? 3 : size)
  }

  /// A value that its validator lets pass or does not see, an empty one, and that still cannot be
  /// read costs the whole group: `Parse` returns every error but that of an absent annotation.
  private static func refuseUnreadable(
    _ annotations: Annotations<Self>, _ key: Key, unless isReadable: (String) -> Bool
  ) throws(Refusal) {
    guard let value = annotations.written(key), !isReadable(value) else { return }
    let syntax = entry(of: key).syntax
    guard value.isEmpty || !annotations.surroundings.validates || syntax.admits(value) else {
      return
    }
    throw .groupLost(key: key.rawValue, reason: syntax.expectation)
  }
}

extension IngressSettings {
  var hashBy: HashBy.Setting { self[HashBy.self] }
}
