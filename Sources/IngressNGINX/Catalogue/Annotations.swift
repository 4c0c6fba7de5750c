import Kubernetes

/// One family's view of an Ingress's annotations: it can see its own keys and no others.
///
/// Values are checked as the family's entries say, and what a bad one does follows from them, too.
struct Annotations<Family: AnnotationFamily>: Sendable {
  typealias Key = Family.Key

  /// The namespace of the Ingress.
  let namespace: String
  let surroundings: AnnotationSurroundings
  /// Values that the controller ignores.
  private(set) var doubts: [Doubt] = []
  /// The values in force, by key.
  private(set) var accepted: [String: String] = [:]
  /// Why every path answers 503 although the family says more; nil where they do not.
  private(set) var denial: String?
  private let all: PrefixedAnnotations

  init(_ all: PrefixedAnnotations, namespace: String, _ surroundings: AnnotationSurroundings) {
    self.all = all
    self.namespace = namespace
    self.surroundings = surroundings
  }

  /// The value as written; nil where the annotation is absent.
  func written(_ key: Key) -> String? { all[key.rawValue]?.value }

  /// The text with each line trimmed, nil where it is absent, empty or ignored
  /// (`parser.GetStringAnnotation`).
  mutating func text(_ key: Key) throws(Refusal) -> String? {
    guard let value = try checked(key) else { return nil }
    let text = trimmedLines(value)
    guard !text.isEmpty else {
      ignore(key, entry(of: key))
      return nil
    }
    accepted[key.rawValue] = text
    return text
  }

  /// A boolean, nil where it is absent or ignored (`parser.GetBoolAnnotation`).
  mutating func flag(_ key: Key) throws(Refusal) -> Bool? {
    try value(key, boolean)
  }

  /// A whole number, nil where it is absent or ignored (`parser.GetIntAnnotation`).
  mutating func integer(_ key: Key) throws(Refusal) -> Int? {
    try value(key, decimal)
  }

  /// One of some words in its own spelling, nil where it is absent or ignored.
  mutating func choice(_ key: Key) throws(Refusal) -> String? { try text(key) }

  /// Ignores a value that passed its validator, and notes why; `failsOpen` where that is not the
  /// entry's.
  mutating func ignore(
    _ key: Key, expected: String, instead: String, failsOpen: Bool? = nil
  ) {
    accepted[key.rawValue] = nil
    doubts.append(
      Doubt(
        key: key.rawValue, expected: expected, consequence: instead,
        failsOpen: failsOpen ?? entry(of: key).failsOpen))
  }

  /// Notes that every path answers 503, and goes on: what the family says counts elsewhere, too.
  mutating func deny(_ key: Key, _ reason: String) {
    denial = denial ?? "\(key.rawValue): \(reason)"
  }

  /// Notes a value in force under another spelling than the one written.
  mutating func accept(_ key: Key, as text: String) { accepted[key.rawValue] = text }

  private mutating func value<Value>(
    _ key: Key, _ parse: (String) -> Value?
  ) throws(Refusal) -> Value? {
    guard let text = try checked(key) else { return nil }
    guard let value = parse(text) else {
      ignore(key, entry(of: key))
      return nil
    }
    accepted[key.rawValue] = text
    return value
  }

  /// The value as written where its validator admits it (`parser.checkAnnotation`); an empty one is
  /// not validated, and cannot be used.
  private mutating func checked(_ key: Key) throws(Refusal) -> String? {
    guard let value = written(key) else { return nil }
    guard !value.isEmpty else {
      ignore(key, entry(of: key))
      return nil
    }
    guard surroundings.validates else { return value }
    let entry = entry(of: key)
    if entry.syntax.admits(value) { return value }
    let reason = "its value is not \(entry.syntax.expectation)"
    switch entry.failure {
    case .ignored: ignore(key, entry)
    case .groupLost: throw .groupLost(key: key.rawValue, reason: reason)
    case .denied: throw .denied(key: key.rawValue, reason: reason)
    case .dropped: throw .dropped(key: key.rawValue, reason: reason)
    }
    return nil
  }

  /// The catalogue's entry, which is made once for all Ingresses.
  private func entry(of key: Key) -> AnnotationEntry {
    catalogued(key.rawValue) ?? Family.entry(of: key)
  }

  private mutating func ignore(_ key: Key, _ entry: AnnotationEntry) {
    let instead =
      switch entry.fallback {
      case .none: "acts as if it were not there"
      case .fixed(let value): "uses \(value)"
      case .configMap(let name): "uses what the ConfigMap's \(name) says"
      }
    // Only a value that its validator refuses costs the group.
    ignore(
      key, expected: entry.syntax.expectation, instead: instead,
      failsOpen: entry.failsOpen && entry.failure != .groupLost)
  }
}
