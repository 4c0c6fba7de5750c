import Patterns
import Routing

/// A route before and after it took the form that its author meant.
struct StyledRoute {
  var before: Route
  var after: Route
  /// Whether it takes requests that it did not take.
  var takesMore = false

  /// A route in another form; nil where it has none.
  init?(shaping route: Route) {
    guard let shape = PathShape(route) else { return nil }
    before = route
    after = route
    after.path = shape.path
    takesMore = shape.takesMore
    guard let rewrite = shape.rewrite else { return }
    for (index, behaviour) in after.behaviours.enumerated() {
      guard case .rewritePath = behaviour else { continue }
      after.behaviours[index] = .rewritePath(rewrite)
    }
  }

  /// A route that keeps its form.
  init(keeping route: Route) {
    before = route
    after = route
  }

  /// What every path that it took begins with, lower case.
  var beginning: String {
    switch before.path {
    case .exact(let path), .prefix(let path), .text(let path): path.lowercased()
    case .pattern(let pattern): literalBeginning(of: pattern.text)
    }
  }

  /// Whether it is written at all: nginx's own `/` without a backend is not.
  var isWritten: Bool { after.owner != nil && !(before.isImplicit && before.isNotFound) }

  /// Whether requests can be answered otherwise than before because of its form.
  var changesAnswers: Bool {
    guard case .pattern(let pattern) = before.path else { return before.path != after.path }
    if pattern.text == "/", before.behaviours == after.behaviours { return false }
    return after.path != .pattern(PathPattern(plainExpression(pattern.text), .whole))
      || topLevelAlternation(in: pattern.text)
  }

  /// What it is now, in words.
  var words: String {
    let path =
      switch after.path {
      case .exact(let path): "Exact \(path)"
      case .prefix(let path), .text(let path): "PathPrefix \(path)"
      case .pattern(let pattern): "RegularExpression \(pattern.text)"
      }
    for behaviour in after.behaviours {
      guard case .rewritePath(.prefix(let target)) = behaviour, after.path != .prefix(target) else {
        continue
      }
      return "\(path), with \(target) in its place"
    }
    return path
  }
}

extension Route {
  fileprivate var isNotFound: Bool {
    guard case .respond(404) = destination else { return false }
    return true
  }
}

extension PathMatch {
  /// Whether it is an expression that fits the whole path.
  var isExpression: Bool {
    guard case .pattern(let pattern) = self else { return false }
    return pattern.extent == .whole
  }
}
