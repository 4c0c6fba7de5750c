extension Annotations {
  /// The key that counts of a key and its older name: the alias where the main one is absent or
  /// empty (`parser.checkAnnotation`).
  func key(_ main: Key, orAlias alias: Key) -> Key {
    let hasMain = !(written(main) ?? "").isEmpty
    return hasMain || (written(alias) ?? "").isEmpty ? main : alias
  }

  /// Notes that what else is written of the family does nothing, because the key that it goes with
  /// says nothing; `openly` are those that seem to refuse requests.
  mutating func ignoreAll(but main: Key, openly: Set<Key> = []) {
    for key in Key.allCases where key != main {
      guard let value = written(key), !value.isEmpty, !Family.entry(of: key).asksForNothing(value)
      else { continue }
      ignore(
        key, expected: "\(main.rawValue) beside it", instead: "acts as if it were not there",
        failsOpen: openly.contains(key))
    }
  }
}

extension AnnotationEntry {
  /// Whether a value says what holds anyway.
  fileprivate func asksForNothing(_ value: String) -> Bool {
    fallback == .fixed(value) || fate.isNeutral(value)
  }
}
