import Routing

/// Host patterns arranged for look-up: exact name, then the longest wildcard, then any.
struct HostTable<Value: Sendable>: Sendable {
  private var exact: [String: Value] = [:]
  private var labels: [String: Value] = [:]
  private var oneLabel: [String: Value] = [:]
  private var any: Value?

  init(_ entries: some Sequence<(HostPattern, Value)>) {
    for (pattern, value) in entries { add(pattern, value) }
  }

  /// The value of the most specific pattern that fits a normalised name.
  ///
  /// nginx asks real wildcards before the regular expressions that stand for one label.
  func value(for name: String) -> Value? {
    exact[name] ?? longestWildcard(of: name) ?? singleLabel(of: name) ?? any
  }

  /// Of equal patterns the first counts.
  private mutating func add(_ pattern: HostPattern, _ value: Value) {
    switch pattern {
    case .exact(let name): exact[name] = exact[name] ?? value
    case .labels(let domain): labels[domain] = labels[domain] ?? value
    case .oneLabel(let domain): oneLabel[domain] = oneLabel[domain] ?? value
    case .any: any = any ?? value
    }
  }

  private func longestWildcard(of name: String) -> Value? {
    guard !labels.isEmpty else { return nil }
    var rest = name[...]
    while let dot = rest.firstIndex(of: ".") {
      let isFirstLabelEmpty = dot == name.startIndex
      rest = rest[rest.index(after: dot)...]
      if !isFirstLabelEmpty, let value = labels[String(rest)] { return value }
    }
    return nil
  }

  /// ingress-nginx writes `[\w-]+` for the star.
  private func singleLabel(of name: String) -> Value? {
    guard !oneLabel.isEmpty, let dot = name.firstIndex(of: ".") else { return nil }
    let label = name[..<dot].utf8
    let isLabel = label.allSatisfy {
      ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard !label.isEmpty, isLabel else { return nil }
    return oneLabel[String(name[name.index(after: dot)...])]
  }
}
