import Routing

/// Sees to it that no request that a route keeps out comes to a backend by another route.
///
/// A route in its plain form leaves some requests, such as those in other letter case, to the routes
/// behind it; one that takes more takes them from the routes around it. Either is refused where the
/// other route does not ask for all that the first one asks for.
func keepProtection(
  of routes: [StyledRoute], _ settings: Settings
) throws(StyledPaths.Obstacle) {
  let protections = routes.map { $0.before.protections(settings) }
  guard Set(protections).count > 1 else { return }
  var behind: [Set<Behaviour>: Meetings] = [:]
  var takingMore: [Set<Behaviour>: Meetings] = [:]
  for (route, asked) in zip(routes, protections) where route.takesMore && route.isForwarding {
    takingMore[asked, default: Meetings()].insert(route.beginning, 1)
  }
  for (route, asked) in zip(routes, protections).reversed() {
    let others = [behind, takingMore].joined()
    let isLost = others.contains { other, meetings in
      !asked.isSubset(of: other) && meetings.meets(route.beginning)
    }
    guard !isLost else { throw .protection(route.before.path.text) }
    if route.isForwarding { behind[asked, default: Meetings()].insert(route.beginning, 1) }
  }
}

extension StyledRoute {
  fileprivate var isForwarding: Bool {
    guard case .forward = before.destination else { return false }
    return true
  }
}

extension Route {
  /// What keeps requests away from the backend; a route that has none keeps out all.
  fileprivate func protections(_ settings: Settings) -> Set<Behaviour> {
    var protections = Set(behaviours.filter { $0.isProtection(settings, origin) })
    if case .respond(let status) = destination, !isImplicit {
      protections.insert(.refuse(status: status, when: []))
    }
    return protections
  }
}

extension Behaviour {
  fileprivate func isProtection(_ settings: Settings, _ origin: Origin) -> Bool {
    switch self {
    case .refuse, .clientCertificate, .access, .rateLimit, .snippet, .depends: true
    // The limit that nobody wrote is not kept anywhere, which is told once.
    case .bodyLimit: !settings.deciding(.bodyLimit, of: origin.object).isEmpty
    case .cors, .redirect, .secureRedirect, .rewritePath, .rewriteHost, .noTime, .mirror,
      .upstreamProtocol, .responseRewrite, .requestHeaders, .forwardedPrefix, .responseHeaders,
      .errorPages, .sessionCookie, .signIn:
      false
    }
  }
}
