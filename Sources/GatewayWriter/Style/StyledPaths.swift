import Routing

/// The routes of a host with regular expressions, in the form that their authors meant.
struct StyledPaths {
  /// Why a host keeps its form.
  enum Obstacle: Error, Hashable {
    /// Two routes would have one path.
    case samePath(String)
    /// Requests for this path would get past what protects it.
    case protection(String)
    /// A prefix would have to be an expression, which cannot cut itself off.
    case rewriteBesideExpression(String)
    /// Istio would try a longer expression before the one that comes first.
    case order(String)
  }

  /// The routes, or why there are none.
  private(set) var result: Result<[StyledRoute], Obstacle>

  init(_ routes: [Route], _ settings: Settings) {
    do throws(Obstacle) {
      var styled = try Self.distinct(routes)
      try keepProtection(of: styled, settings)
      try Self.raisePrefixes(&styled)
      try Self.checkOrder(styled)
      result = .success(styled)
    } catch {
      result = .failure(error)
    }
  }

  /// Every route in its form; a Prefix path, which stands twice, once.
  private static func distinct(_ routes: [Route]) throws(Obstacle) -> [StyledRoute] {
    var taken: [PathMatch: Route] = [:]
    var styled: [StyledRoute] = []
    for route in routes {
      let form = StyledRoute(shaping: route) ?? StyledRoute(keeping: route)
      guard form.before.path.isLocationPattern, form.isWritten else {
        styled.append(form)
        continue
      }
      if let other = taken[form.after.path] {
        let isTwin = other.origin == route.origin && other.written == route.written
        guard isTwin else { throw .samePath(form.after.path.text) }
        continue
      }
      taken[form.after.path] = route
      styled.append(form)
    }
    return styled
  }

  /// Makes expressions of the prefixes that would hide an expression: Istio tries prefixes first,
  /// and drops every expression behind the prefix `/`.
  private static func raisePrefixes(_ styled: inout [StyledRoute]) throws(Obstacle) {
    guard styled.contains(where: { $0.isWritten && $0.after.path.isExpression }) else { return }
    var expressions = Meetings()
    for (index, route) in styled.enumerated() where route.isWritten {
      if route.after.path.isExpression {
        expressions.insert(route.beginning, 1)
      } else if case .prefix(let path) = route.after.path,
        path == "/" || expressions.meets(route.beginning)
      {
        styled[index].after = try raised(route, path)
        expressions.insert(route.beginning, 1)
      }
    }
  }

  private static func raised(_ route: StyledRoute, _ path: String) throws(Obstacle) -> Route {
    var raised = route.after
    raised.path = .pattern(PathPattern(expression(below: path), .whole))
    for (index, behaviour) in raised.behaviours.enumerated() {
      guard case .rewritePath(.prefix(let target)) = behaviour else { continue }
      guard target == path else { throw .rewriteBesideExpression(path) }
      raised.behaviours.remove(at: index)
      break
    }
    return raised
  }

  /// Istio tries longer expressions first, and between equal ones of several objects the older.
  private static func checkOrder(_ styled: [StyledRoute]) throws(Obstacle) {
    var later = Meetings()
    for route in styled.reversed() where route.isWritten {
      guard case .pattern(let pattern) = route.after.path else { continue }
      let length = pattern.text.utf8.count
      if let longest = later.largest(meeting: route.beginning), longest >= length {
        throw .order(route.before.path.text)
      }
      later.insert(route.beginning, length)
    }
  }
}

extension StyledPaths.Obstacle {
  /// The reason in words.
  var words: String {
    switch self {
    case .samePath(let path): "two paths would both be \(path)"
    case .protection(let path): "requests could get past what protects \(path)"
    case .rewriteBesideExpression(let path):
      "\(path) would hide a regular expression, and cannot be one because of its rewrite"
    case .order(let path): "\(path) would be tried after a path that comes later"
    }
  }
}
