import Patterns
import Routing

/// Host patterns arranged for look-up: exact name, then the longest wildcard, then expressions in
/// their order, then any (nginx's `server_name`).
struct HostTable<Value: Sendable>: Sendable {
  /// A value and its place among the expressions.
  private struct Ranked: Sendable {
    var rank: Int
    var value: Value
  }

  private var exact: [String: Value] = [:]
  private var labels: [String: Value] = [:]
  private var beginnings: [String: Value] = [:]
  private var oneLabel: [String: Ranked] = [:]
  private var expressions: [(pattern: Pattern, ranked: Ranked)] = []
  private var any: Value?

  init(_ entries: some Sequence<(HostPattern, Value)>) {
    for (rank, entry) in entries.enumerated() { add(entry.0, Ranked(rank: rank, value: entry.1)) }
  }

  /// The value of the most specific pattern that fits a normalised name.
  ///
  /// nginx asks real wildcards before the regular expressions that stand for one label.
  func value(for name: String) -> Value? {
    exact[name] ?? longestWildcard(of: name) ?? longestBeginning(of: name)
      ?? firstExpression(of: name) ?? any
  }

  /// Of equal patterns the first counts; an expression that does not compile fits nothing.
  private mutating func add(_ pattern: HostPattern, _ ranked: Ranked) {
    switch pattern {
    case .exact(let name): exact[name] = exact[name] ?? ranked.value
    case .labels(let domain): labels[domain] = labels[domain] ?? ranked.value
    case .beginning(let text): beginnings[text] = beginnings[text] ?? ranked.value
    case .oneLabel(let domain): oneLabel[domain] = oneLabel[domain] ?? ranked
    case .expression(let text):
      if let pattern = try? Pattern(text, .caseless) { expressions.append((pattern, ranked)) }
    case .any: any = any ?? ranked.value
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

  private func longestBeginning(of name: String) -> Value? {
    guard !beginnings.isEmpty else { return nil }
    var rest = name[...]
    while let dot = rest.lastIndex(of: ".") {
      if let value = beginnings[String(rest[...dot])] { return value }
      rest = rest[..<dot]
    }
    return nil
  }

  /// Expressions of one label and others, whichever stands first.
  private func firstExpression(of name: String) -> Value? {
    let label = singleLabel(of: name)
    let other = expressions.first { $0.pattern.matches(name) }?.ranked
    guard let label, let other else { return (label ?? other)?.value }
    return label.rank < other.rank ? label.value : other.value
  }

  /// ingress-nginx writes `[\w-]+` for the star.
  private func singleLabel(of name: String) -> Ranked? {
    guard !oneLabel.isEmpty, let dot = name.firstIndex(of: ".") else { return nil }
    let label = name[..<dot].utf8
    let isLabel = label.allSatisfy {
      ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard !label.isEmpty, isLabel else { return nil }
    return oneLabel[String(name[name.index(after: dot)...])]
  }
}
