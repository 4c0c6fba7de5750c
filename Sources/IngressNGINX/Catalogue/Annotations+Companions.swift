extension Annotations {
  /// The key that counts of a key and its older name: the alias where the main one is absent or
  /// empty (`parser.checkAnnotation`); an alias that does not count is noted.
  mutating func key(_ main: Key, orAlias alias: Key) -> Key {
    let hasMain = !(written(main) ?? "").isEmpty
    guard let older = written(alias) else { return main }
    guard hasMain || older.isEmpty else {
      if written(main) != nil {
        ignore(main, expected: "a value", instead: "uses \(alias.rawValue)")
      }
      return alias
    }
    ignore(
      alias, expected: hasMain ? "no \(main.rawValue) beside it" : "a value",
      instead: hasMain ? "uses \(main.rawValue)" : "acts as if it were not there")
    return main
  }

  /// Notes that what else is written of the family does nothing, because the key that it goes with
  /// says nothing; `openly` are those that seem to refuse requests, `kept` those that count anyway.
  mutating func ignoreAll(but main: Key, openly: Set<Key> = [], kept: Set<Key> = []) {
    for key in Key.allCases where key != main && !kept.contains(key) {
      guard let value = written(key), !value.isEmpty,
        !Family.entry(of: key).asksForNothing(value, alone: openly.contains(key))
      else { continue }
      ignore(
        key, expected: "\(main.rawValue) beside it", instead: "acts as if it were not there",
        failsOpen: openly.contains(key))
    }
  }
}

extension AnnotationEntry {
  /// Whether a value says what holds anyway; the default of what protects holds only beside the key
  /// that it goes with.
  fileprivate func asksForNothing(_ value: String, alone protects: Bool) -> Bool {
    (fallback == .fixed(value) && !protects) || fate.isNeutral(value)
  }
}
