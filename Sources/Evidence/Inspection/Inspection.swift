/// What ingress-nginx makes of manifests: the configuration it would write, as one reads it.
public struct Inspection: Hashable, Sendable {
  /// Every Ingress, oldest first: the order in which the controller works on them.
  public var ingresses: [IngressInspection]
  /// The servers by name; `_` is the default server.
  public var servers: [ServerInspection]
  /// The upstreams by name.
  public var upstreams: [UpstreamInspection]
  /// The servers that only redirect to another one, by name.
  public var redirects: [RedirectInspection]
  /// Why nginx refuses the whole configuration; empty where it takes it.
  public var refusals: [String]

  /// Puts the parts together.
  public init(
    ingresses: [IngressInspection] = [], servers: [ServerInspection] = [],
    upstreams: [UpstreamInspection] = [], redirects: [RedirectInspection] = [],
    refusals: [String] = []
  ) {
    self.ingresses = ingresses
    self.servers = servers
    self.upstreams = upstreams
    self.redirects = redirects
    self.refusals = refusals
  }
}

extension Inspection {
  /// Leaves only the servers of some hosts, by name or alias, and the upstreams they lead to.
  public mutating func keepHosts(_ hosts: [String]) {
    let names = Set(hosts.map { $0.lowercased() })
    servers.removeAll { names.isDisjoint(with: [$0.host] + $0.aliases) }
    redirects.removeAll { !names.contains($0.from) && !names.contains($0.to) }
    let locations = servers.flatMap(\.locations)
    let kept = Set(
      locations.flatMap { [$0.upstream, $0.errorUpstream ?? $0.upstream] + $0.alternatives })
    upstreams.removeAll { !kept.contains($0.name) }
  }
}

/// One Ingress and what the controller does with it.
public struct IngressInspection: Hashable, Sendable {
  /// What the controller does with an Ingress.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It is served.
    case accepted
    /// Every path answers 503.
    case denied
    /// It is refused as a whole.
    case dropped
    /// It belongs to another controller, or to none.
    case ignored
  }

  /// The Ingress.
  public var reference: ObjectReference
  /// Where it stands in the input.
  public var place: Place
  /// What the controller does with it.
  public var state: State
  /// Why it is not served as it stands; nil where it is.
  public var reason: String?
  /// Whether it is a canary.
  public var isCanary: Bool

  /// Describes an Ingress.
  public init(
    reference: ObjectReference, place: Place, state: State, reason: String? = nil,
    isCanary: Bool = false
  ) {
    self.reference = reference
    self.place = place
    self.state = state
    self.reason = reason
    self.isCanary = isCanary
  }
}

/// A server that only redirects to another one.
public struct RedirectInspection: Hashable, Sendable {
  /// The name that redirects.
  public var from: String
  /// The host it redirects to.
  public var to: String
  /// The Ingress that asks for it.
  public var owner: ObjectReference

  /// Describes a redirect.
  public init(from: String, to: String, owner: ObjectReference) {
    self.from = from
    self.to = to
    self.owner = owner
  }
}
