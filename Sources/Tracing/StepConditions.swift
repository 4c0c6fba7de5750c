import Routing

extension StepText {
  /// A condition that held, for people.
  static func text(_ condition: Condition) -> String {
    switch condition {
    case .method(let method): "method \(method)"
    case .header(let name, let match): "header \(name) \(text(match))"
    case .query(let name, let match): "query parameter \(name) \(text(match))"
    case .cookie(let name, let value): "cookie \(name) is `\(value)`"
    case .session(let backend): "session cookie of \(backend)"
    }
  }

  private static func text(_ match: ValueMatch) -> String {
    switch match {
    case .present: "is present"
    case .exact(let value): "is `\(value)`"
    case .found(let pattern): "contains a match of `\(pattern)`"
    case .whole(let pattern): "matches `\(pattern)`"
    }
  }
}
