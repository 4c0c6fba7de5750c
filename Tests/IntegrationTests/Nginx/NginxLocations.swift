import Routing

/// The routes of a host as nginx's `location` blocks.
struct NginxLocations {
  let routes: [Route]
  /// Directives for every location that does not answer before it is chosen.
  let headers: [String]
  let scope: NginxScope

  func lines() throws(Unsaid) -> NginxLines {
    var lines = NginxLines()
    for (index, route) in routes.enumerated() where !isNginxOwn(route) {
      guard route.conditions.isEmpty else { throw Unsaid("routes with conditions") }
      lines +=
        isBeforeLocations(route)
        ? try beforeLocations(route) : try locations(of: route, scope.inside("r\(index)"))
    }
    return lines
  }

  /// nginx itself sends `/foo` to a location `/foo/`.
  private func isNginxOwn(_ route: Route) -> Bool {
    guard route.isImplicit, case .exact(let path) = route.path else { return false }
    let below = [PathMatch.text(path + "/"), .exact(path + "/")]
    return slashRedirect(to: path + "/") == route && routes.contains { below.contains($0.path) }
  }

  private func slashRedirect(to path: String) -> Route? {
    routes.first { route in
      guard case .redirect(let redirect) = route.destination, redirect.status == 301 else {
        return false
      }
      return route.isImplicit && route.path == .exact(String(path.dropLast()))
    }
  }

  /// `app-root` answers before a location is chosen.
  private func isBeforeLocations(_ route: Route) -> Bool {
    guard case .redirect = route.destination else { return false }
    return route.isServerLevel && route.path == .exact("/")
  }

  private func beforeLocations(_ route: Route) throws(Unsaid) -> NginxLines {
    guard case .redirect(let redirect) = route.destination else { return NginxLines() }
    return try NginxRedirect(redirect: redirect, scope: scope).lines(if: "$uri = /")
  }

  private func locations(of route: Route, _ scope: NginxScope) throws(Unsaid) -> NginxLines {
    var lines = try NginxLocation(
      route: route, headers: route.isServerLevel ? [] : headers, scope: scope
    ).lines()
    if isRelative(slashRedirectOf: route) { lines.block.append("absolute_redirect off;") }
    let inner = lines.block.map { "  \($0)" }
    lines.block = try openings(of: route.path).flatMap { ["location \($0) {"] + inner + ["}"] }
    return lines
  }

  /// Whether nginx leaves the host out where it sends `/foo` to this location.
  private func isRelative(slashRedirectOf route: Route) -> Bool {
    let path: String
    switch route.path {
    case .exact(let text), .text(let text): path = text
    case .prefix, .pattern: return false
    }
    guard let redirect = slashRedirect(to: path), case .redirect(let own) = redirect.destination,
      case .parts(let parts) = own.target
    else { return false }
    return parts.isRelative
  }

  /// A path of whole elements is two locations, unless another route takes the path itself.
  private func openings(of path: PathMatch) throws(Unsaid) -> [String] {
    switch path {
    case .exact(let path): return ["= \(path.quoted)"]
    case .prefix("/"): return ["/"]
    case .prefix(let path):
      let below = "\(path)/".quoted
      let isTaken = routes.contains { $0.path == .exact(path) }
      return isTaken ? [below] : [below, "= \(path.quoted)"]
    case .text(let path): return [path.quoted]
    case .pattern(let pattern):
      switch pattern.extent {
      case .start: return ["~* \("^\(pattern.text)".quoted)"]
      case .whole: throw Unsaid("expressions that have to fit whole paths")
      }
    }
  }
}
