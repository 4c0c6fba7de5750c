/// How connections to one port of a Service are made: nginx's upstream, Istio's traffic policy.
package struct Upstream: Hashable, Sendable {
  /// How endpoints are chosen.
  package enum Balancing: Hashable, Sendable {
    case roundRobin
    case leastRequest
    /// By the hash of something in the request.
    case hash(HashKey)
    /// By the hash of a cookie that the proxy hands out.
    indirect case cookie(StickyCookie)
  }

  /// The Service's namespace; empty for a host name outside the cluster.
  package var namespace: String
  /// The Service's name, or the host name outside the cluster.
  package var service: String
  package var port: Int
  package var balancing: Balancing
  /// In seconds.
  package var connectTimeout: Int
  /// What nginx speaks to the port; nil for plain HTTP/1.1 and for Envoy.
  package var spoken: UpstreamProtocol?
  /// What Envoy speaks to the port; nil for plain HTTP/1.1 and for nginx.
  package var connection: UpstreamConnection?
  /// The Ingress whose settings these are.
  package var origin: Origin

  package init(
    namespace: String, service: String, port: Int, balancing: Balancing, connectTimeout: Int,
    spoken: UpstreamProtocol? = nil, origin: Origin = Origin()
  ) {
    self.namespace = namespace
    self.service = service
    self.port = port
    self.balancing = balancing
    self.connectTimeout = connectTimeout
    self.spoken = spoken
    self.origin = origin
  }
}

/// The part of a request whose hash chooses an endpoint.
package enum HashKey: Hashable, Sendable {
  /// The client's address.
  case address
  /// A header line by its lower-case name; `:path` and `:authority` among them.
  case header(String)
  case cookie(String)
  /// A parameter of the query.
  case parameter(String)
  /// A text with variables of nginx that is none of these.
  case text(String)
}

/// A cookie that keeps clients on one endpoint, as far as it can be said of a whole Service.
package struct StickyCookie: Hashable, Sendable {
  package var name: String
  /// The paths that it is set for, sorted; nginx sets one for each location.
  package var paths: [String]
  /// In seconds; nil for the session.
  package var lifetime: Int?
  package var domain: String?
  package var sameSite: String?
  /// Whether it is marked Secure over plain HTTP, too.
  package var isAlwaysSecure: Bool
  /// Whether it names an endpoint, which Envoy's never does (`affinity-mode: persistent`).
  package var isPersistent: Bool

  package init(
    name: String, paths: [String] = [], lifetime: Int? = nil, domain: String? = nil,
    sameSite: String? = nil, isAlwaysSecure: Bool = false, isPersistent: Bool = false
  ) {
    self.name = name
    self.paths = paths
    self.lifetime = lifetime
    self.domain = domain
    self.sameSite = sameSite
    self.isAlwaysSecure = isAlwaysSecure
    self.isPersistent = isPersistent
  }
}
