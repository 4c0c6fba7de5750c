/// One decision: which requests it takes, what is done to them, and where they go.
package struct Route: Hashable, Sendable {
  package var path: PathMatch
  /// The path as its author wrote it, where the proxy reads it as a regular expression; nil where
  /// `path` says it.
  package var written: PathMatch?
  /// What else must hold; all of them.
  package var conditions: [Condition]
  /// What is done to the request, in the order of the proxy's phases.
  package var behaviours: [Behaviour]
  package var destination: Destination
  /// How long and how often the backend is tried.
  package var patience = Patience()
  package var origin: Origin
  /// Whether nobody asked for this route: nginx's own `/` of a host.
  package var isImplicit: Bool
  /// Whether the server answers before it chooses a location: the listener's headers stay off.
  package var isServerLevel: Bool
  /// Whether each request has a line in the access log.
  package var isLogged = true
  /// How a service is asked that decides before the listener; nil as the listener says.
  package var question: ServiceQuestion?

  package init(
    path: PathMatch, conditions: [Condition] = [], behaviours: [Behaviour] = [],
    destination: Destination, origin: Origin = Origin(), isImplicit: Bool = false,
    isServerLevel: Bool = false
  ) {
    self.path = path
    self.conditions = conditions
    self.behaviours = behaviours
    self.destination = destination
    self.origin = origin
    self.isImplicit = isImplicit
    self.isServerLevel = isServerLevel
  }
}

/// Which paths a route takes; the path is normalised as the site's `RequestReading` says.
package enum PathMatch: Hashable, Sendable {
  /// This path and no other.
  case exact(String)
  /// This path and everything below it, by whole elements; `/` takes all.
  case prefix(String)
  /// Every path that starts with this text.
  case text(String)
  /// A regular expression.
  case pattern(PathPattern)
}

/// A regular expression over paths and how it is applied.
package struct PathPattern: Hashable, Sendable {
  /// What part of the path the expression has to fit.
  package enum Extent: Hashable, Sendable {
    /// From the start, ignoring case, to anywhere: nginx's `location ~* "^…"`; PCRE.
    case start
    /// The whole path: Envoy's `safe_regex`; RE2.
    case whole
  }

  /// The expression without the anchors that `extent` adds.
  package var text: String
  package var extent: Extent

  package init(_ text: String, _ extent: Extent) {
    self.text = text
    self.extent = extent
  }
}
