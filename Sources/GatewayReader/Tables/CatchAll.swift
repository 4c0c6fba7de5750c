import Routing

extension PathMatch {
  /// Whether Istio takes the path for one that fits every request (`IsCatchAllRoute`): the prefix
  /// `/`, or the expression `.*` to the letter.
  var isCatchAll: Bool {
    switch self {
    case .prefix(let text): text == "/"
    case .pattern(let pattern): pattern.text == ".*"
    case .exact, .text: false
    }
  }
}

extension [Candidate] {
  /// The candidates up to the first one that takes every request; Istio drops the others.
  var untilCatchAll: [Candidate] {
    guard let last = firstIndex(where: \.isCatchAll) else { return self }
    return Array(self[...last])
  }
}
