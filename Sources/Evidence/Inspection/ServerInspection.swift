/// One server of the nginx configuration.
public struct ServerInspection: Hashable, Sendable {
  /// The host as the Ingress writes it, lower case; `_` for the default server.
  public var host: String
  /// The other names of the server.
  public var aliases: [String]
  /// The Secret of its certificate, `default`, or nil where it has none of its own.
  public var certificate: String?
  /// Whether every path is a case-insensitive expression.
  public var isRegexMode: Bool
  /// The Ingress that brought the host; nil for the default server.
  public var owner: ObjectReference?
  /// Where that Ingress stands.
  public var place: Place?
  /// What Ingresses decide for the whole server.
  public var settings: [SettingInForce]
  /// The locations in the order of the configuration.
  public var locations: [LocationInspection]

  /// Describes a server.
  public init(
    host: String, aliases: [String] = [], certificate: String? = nil, isRegexMode: Bool = false,
    owner: ObjectReference? = nil, place: Place? = nil, settings: [SettingInForce] = [],
    locations: [LocationInspection] = []
  ) {
    self.host = host
    self.aliases = aliases
    self.certificate = certificate
    self.isRegexMode = isRegexMode
    self.owner = owner
    self.place = place
    self.settings = settings
    self.locations = locations
  }
}

/// One location of a server.
public struct LocationInspection: Hashable, Sendable {
  /// nginx's modifier: `=`, `~*`, or empty for a prefix.
  public var modifier: String
  /// What nginx compares, with the `^` of an expression.
  public var match: String
  /// The path as the controller has it.
  public var path: String
  /// `Exact` or `Prefix`, which is all that the controller knows.
  public var pathType: String
  /// The path of the Ingress, where it is another text; nil where it is `path`.
  public var ingressPath: String?
  /// The Ingress whose annotations count; nil for the default server's own `/`.
  public var owner: ObjectReference?
  /// Where the path stands in the input.
  public var place: Place?
  /// The name of the upstream.
  public var upstream: String
  /// The upstream that shows error pages; nil for the controller's own.
  public var errorUpstream: String?
  /// Whether the controller made it: no path of an Ingress stands behind it.
  public var isImplicit: Bool
  /// Why it answers 503; nil where it does not.
  public var denial: String?
  /// The canaries of the upstream; only the first is ever consulted.
  public var alternatives: [String]
  /// The rules of that first canary; nil where there is none.
  public var policy: PolicyInspection?
  /// The settings in force, by key.
  public var settings: [SettingInForce]

  /// Describes a location.
  public init(
    modifier: String, match: String, path: String, pathType: String, ingressPath: String? = nil,
    owner: ObjectReference? = nil, place: Place? = nil, upstream: String,
    errorUpstream: String? = nil, isImplicit: Bool = false, denial: String? = nil,
    alternatives: [String] = [], policy: PolicyInspection? = nil, settings: [SettingInForce] = []
  ) {
    self.modifier = modifier
    self.match = match
    self.path = path
    self.pathType = pathType
    self.ingressPath = ingressPath
    self.owner = owner
    self.place = place
    self.upstream = upstream
    self.errorUpstream = errorUpstream
    self.isImplicit = isImplicit
    self.denial = denial
    self.alternatives = alternatives
    self.policy = policy
    self.settings = settings
  }
}
