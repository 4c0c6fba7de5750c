/// Where a route's requests end.
package enum Destination: Hashable, Sendable {
  /// At a backend.
  case forward(Choice)
  /// At the client, with another address.
  case redirect(Redirect)
  /// At the client, with a status the proxy makes itself.
  case respond(status: Int)
}

/// Which backends take a request: the first branch that fits, or the plain shares.
package struct Choice: Hashable, Sendable {
  /// Requests that do not get the plain shares, in order of precedence.
  package var branches: [Branch]
  /// The shares of everybody else.
  package var otherwise: Pool
  /// The canary that makes the choice; nil where there is none.
  package var canary: CanaryOrigin?
  /// Whether the backend stands in for one that has no endpoints.
  package var isStandIn: Bool

  package init(
    branches: [Branch] = [], otherwise: Pool, canary: CanaryOrigin? = nil, isStandIn: Bool = false
  ) {
    self.branches = branches
    self.otherwise = otherwise
    self.canary = canary
    self.isStandIn = isStandIn
  }
}

/// The Ingress whose canary annotations stand behind a choice.
package struct CanaryOrigin: Hashable, Sendable {
  package var origin: Origin
  /// The backend that the route would use without the canary.
  package var primary: Backend
  package var canary: Backend
  /// False where the canary does not name this path and only the shared upstream brings it here.
  package var namesPath: Bool

  package init(origin: Origin, primary: Backend, canary: Backend, namesPath: Bool) {
    self.origin = origin
    self.primary = primary
    self.canary = canary
    self.namesPath = namesPath
  }
}

/// One condition list and the pool it leads to.
package struct Branch: Hashable, Sendable {
  package var conditions: [Condition]
  package var pool: Pool

  package init(conditions: [Condition], pool: Pool) {
    self.conditions = conditions
    self.pool = pool
  }
}

/// Backends with their weights; a share is weight divided by the sum.
package struct Pool: Hashable, Sendable {
  package var shares: [Share]

  package init(_ shares: [Share]) { self.shares = shares }
  /// All requests to one backend.
  package init(_ backend: Backend) { shares = [Share(backend, weight: 1)] }

  /// The sum of the weights.
  package var total: Int { shares.reduce(0) { $0 + $1.weight } }
}

/// A backend and its weight in a pool.
package struct Share: Hashable, Sendable {
  package var backend: Backend
  package var weight: Int

  package init(_ backend: Backend, weight: Int) {
    self.backend = backend
    self.weight = weight
  }
}

/// A Service port that takes requests.
package struct Backend: Hashable, Sendable {
  /// What is known about the Service.
  package enum State: Hashable, Sendable {
    /// It exists and has, or may be assumed to have, ready endpoints.
    case ready
    /// It exists and nothing stands behind it.
    case empty
    /// It does not exist, or the reference to it is not granted.
    case missing
  }

  /// The Service's namespace; empty for a host name outside the cluster.
  package var namespace: String
  /// The Service's name, or the host name outside the cluster.
  package var name: String
  /// The Service's port number (`spec.ports[].port`).
  package var port: Int
  package var state: State

  package init(namespace: String, name: String, port: Int, state: State = .ready) {
    self.namespace = namespace
    self.name = name
    self.port = port
    self.state = state
  }
}

extension Backend: CustomStringConvertible {
  /// The backend as traces show it: `namespace/service:port`.
  package var description: String {
    namespace.isEmpty ? "\(name):\(port)" : "\(namespace)/\(name):\(port)"
  }
}

/// An answer that sends the client elsewhere.
package struct Redirect: Hashable, Sendable {
  /// What the Location is made of.
  package enum Target: Hashable, Sendable {
    /// This text as it stands; nothing of the request is added.
    case literal(String)
    /// The request's own address with parts replaced.
    case parts(RedirectParts)
  }

  package var status: Int
  package var target: Target

  package init(status: Int, target: Target) {
    self.status = status
    self.target = target
  }
}

/// The parts of a request's address that a redirect replaces; nil keeps the request's.
package struct RedirectParts: Hashable, Sendable {
  package var scheme: String?
  package var host: String?
  package var port: RedirectPort
  package var path: PathRewrite?
  /// Whether the query is kept.
  package var keepsQuery: Bool
  /// Whether one `/` at the very end of path and query is left out (ingress-nginx's TLS redirect).
  package var dropsFinalSlash: Bool
  /// Whether scheme, host and port are left out of the Location (nginx's `absolute_redirect off`).
  package var isRelative: Bool

  package init(
    scheme: String? = nil, host: String? = nil, port: RedirectPort = .omitted,
    path: PathRewrite? = nil, keepsQuery: Bool = true, dropsFinalSlash: Bool = false,
    isRelative: Bool = false
  ) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.keepsQuery = keepsQuery
    self.dropsFinalSlash = dropsFinalSlash
    self.isRelative = isRelative
  }
}

/// Which port a redirect's Location names.
package enum RedirectPort: Hashable, Sendable {
  /// None that the route asks for; Envoy keeps one of the Host header where the host is kept.
  case omitted
  /// The one of the Host header, which stays as it was sent (nginx's `$http_host`).
  case kept
  /// This one, unless it is the scheme's own.
  case number(Int)
  /// This one, always.
  case written(Int)
  /// The one that the proxy listens on for the Location's scheme, always.
  case listener(http: Int, https: Int)
}
