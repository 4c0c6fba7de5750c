/// One upstream: a Service and port, as Ingresses write them.
public struct UpstreamInspection: Hashable, Sendable {
  /// `namespace-service-port`.
  public var name: String
  /// `namespace/service:port`; nil for the controller's own default backend.
  public var backend: String?
  /// Ready endpoints; nil where the input does not say how many, only that there are some.
  public var endpoints: Int?
  /// Names of the canaries' upstreams; only the first is ever consulted.
  public var alternatives: [String]
  /// The rules by which it takes requests as a canary; nil where it is none.
  public var policy: PolicyInspection?
  /// The settings in force for the upstream, by key.
  public var settings: [SettingInForce]

  /// Describes an upstream.
  public init(
    name: String, backend: String? = nil, endpoints: Int? = nil, alternatives: [String] = [],
    policy: PolicyInspection? = nil, settings: [SettingInForce] = []
  ) {
    self.name = name
    self.backend = backend
    self.endpoints = endpoints
    self.alternatives = alternatives
    self.policy = policy
    self.settings = settings
  }
}

/// The rules by which a canary takes requests.
public struct PolicyInspection: Hashable, Sendable {
  /// The header; empty for none.
  public var header: String
  /// The value the header has to have; empty for `always` and `never`.
  public var headerValue: String
  /// The expression that is looked for in the header; empty for none.
  public var headerPattern: String
  /// The cookie; empty for none.
  public var cookie: String
  /// The weight as written.
  public var weight: Int
  /// The number that the weight is a part of, as written.
  public var weightTotal: Int

  /// Describes a policy.
  public init(
    header: String = "", headerValue: String = "", headerPattern: String = "", cookie: String = "",
    weight: Int = 0, weightTotal: Int = 100
  ) {
    self.header = header
    self.headerValue = headerValue
    self.headerPattern = headerPattern
    self.cookie = cookie
    self.weight = weight
    self.weightTotal = weightTotal
  }
}

/// One setting that holds, and where it comes from.
public struct SettingInForce: Hashable, Sendable {
  /// Where a setting comes from.
  public enum Source: Hashable, Sendable {
    /// An annotation of an Ingress.
    case annotation(of: ObjectReference, at: Place?)
    /// An entry of the controller's ConfigMap.
    case configMap(at: Place?)
    /// Nobody wrote it.
    case defaults
  }

  /// The annotation's key without the prefix.
  public var key: String
  /// The value in force.
  public var value: String
  /// Where it comes from.
  public var source: Source

  /// Describes a setting.
  public init(key: String, value: String, source: Source) {
    self.key = key
    self.value = value
    self.source = source
  }

  /// Whether nobody wrote it.
  public var isDefault: Bool { source == .defaults }
}
