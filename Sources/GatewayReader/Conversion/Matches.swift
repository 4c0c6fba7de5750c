import GatewayAPI
import Routing

/// A match in the words of the model.
struct RequestMatch {
  let path: PathMatch
  let conditions: [Condition]
  /// Where it stands among the matches of its host.
  let order: RouteOrder

  /// Converts a match of an HTTPRoute (`createURIMatch` and its neighbours in Istio).
  init(_ match: HTTPRoute.Match) {
    let path = PathMatch(match.path ?? HTTPRoute.Path())
    let headers = match.headers.lastByName.map { Condition.header(name: $0.name, ValueMatch($0)) }
    let queries = match.queryParams.lastByName
      .map { Condition.query(name: $0.name, ValueMatch($0)) }
    self.init(
      path: path, conditions: headers + queries + (match.method.map { [.method($0)] } ?? []))
  }

  /// Takes a converted path; `sorted` is the path as Istio sorts it, where Envoy gets another text.
  init(path: PathMatch, conditions: [Condition], sorted: PathMatch? = nil) {
    self.path = path
    self.conditions = conditions
    order = RouteOrder(sorted ?? path, conditions)
  }

  /// The regular expressions of the match; Envoy compiles them with RE2.
  var expressions: [String] {
    var expressions: [String] = []
    if case .pattern(let pattern) = path { expressions.append(pattern.text) }
    for condition in conditions {
      switch condition {
      case .header(_, .whole(let text)), .query(_, .whole(let text)): expressions.append(text)
      case .header, .query, .method, .cookie, .session: break
      }
    }
    return expressions
  }
}

extension PathMatch {
  /// One `/` at the end of a prefix does not count.
  fileprivate init(_ path: HTTPRoute.Path) {
    switch path.type {
    case .exact: self = .exact(path.value)
    case .pathPrefix:
      let isTrimmed = path.value != "/" && path.value.hasSuffix("/")
      self = .prefix(isTrimmed ? String(path.value.dropLast()) : path.value)
    case .regularExpression: self = .pattern(PathPattern(path.value, .whole))
    }
  }
}

extension ValueMatch {
  /// The expression `*` means that there is any value (`canBeConvertedToPresentMatch` in Istio).
  init(_ value: HTTPRoute.Value) {
    switch value.type {
    case .exact: self = .exact(value.value)
    case .regularExpression: self = value.value == "*" ? .present : .whole(value.value)
    }
  }
}

extension [HTTPRoute.Value] {
  /// Istio keeps matches by name: of two with one name the last counts.
  var lastByName: [HTTPRoute.Value] {
    enumerated().filter { index, value in
      !self[(index + 1)...].contains { $0.name == value.name }
    }.map(\.element)
  }
}
