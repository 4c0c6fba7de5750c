extension EnvoyFilter {
  /// Which routes a patch means: `match.routeConfiguration`; nil means every one.
  package struct RouteSelection: Hashable, Sendable {
    /// What a route does: `vhost.route.action`.
    package enum Action: String, Hashable, Sendable, CaseIterable {
      case any = "ANY"
      case route = "ROUTE"
      case redirect = "REDIRECT"
      case directResponse = "DIRECT_RESPONSE"
    }

    /// The name of the route table, for example `http.80`.
    package var table: String?
    package var port: Int?
    /// The name of the virtual host, `host:port`.
    package var host: String?
    /// The name of the route: that of a rule.
    package var route: String?
    package var action: Action

    /// Means the forwarding routes of one name in every table.
    package init(forwarding route: String) {
      self.route = route
      action = .route
    }
  }
}

extension EnvoyFilter.RouteSelection {
  /// Nil where the match asks for something that is not understood here.
  init?(_ match: Field) {
    let configuration = match["routeConfiguration"]
    let host = configuration["vhost"]
    let route = host["route"]
    let isUnderstood =
      match.holdsOnly("context", "proxy", "routeConfiguration")
      && configuration.holdsOnly("name", "portNumber", "vhost")
      && host.holdsOnly("name", "route")
      && route.holdsOnly("name", "action")
    guard isUnderstood, let action = Action(rawValue: route["action"].plain ?? "ANY") else {
      return nil
    }
    table = configuration["name"].plain
    port = configuration["portNumber"].number
    self.host = host["name"].plain
    self.route = route["name"].plain
    self.action = action
  }
}
