/// What the user chose: about the objects to write and about the controller to read.
public struct MigrationOptions: Hashable, Sendable {
  /// How close the new routes stay to what ingress-nginx serves.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// Every quirk that changes an answer is kept.
    case faithful
    /// What the authors of the Ingresses evidently meant is written, as one would by hand; the
    /// report lists each kind of request that is thereby answered differently.
    case idiomatic
  }

  /// How far a canary reaches.
  public enum CanaryScope: String, Hashable, Sendable, CaseIterable {
    /// To every path whose upstream is canaried, as in ingress-nginx.
    case upstream
    /// Only to the paths that the canary Ingress names.
    case path
  }

  /// How close the new routes stay to what ingress-nginx serves.
  public var style = Style.faithful
  /// The Gateway to write.
  public var gateway = GatewayOptions()
  /// How the ingress-nginx controller was started.
  public var controller = ControllerFlags()
  /// Services that exist and have no endpoint, which manifests seldom tell.
  public var emptyServices: [QualifiedName] = []
  /// How far a canary reaches.
  public var canaryScope = CanaryScope.upstream
  /// Whether EnvoyFilters may say what nothing else can.
  public var allowsEnvoyFilter = false
  /// The findings that somebody decided to live with.
  public var accepted: [Acceptance] = []
  /// Istio's MeshConfig, or a part of it, as YAML; matters where new routes are read.
  public var meshConfig: Input?
  /// What Services get in their DestinationRules beside what ingress-nginx's behaviour needs; what is
  /// said of a named Service goes before what is said of every Service, and later before earlier.
  public var trafficPolicies: [TrafficPolicyDefault] = []
  /// How many requests mirrors get a copy of; every request without any.
  ///
  /// What is said of a named Ingress goes before what is said of every Ingress, and later before
  /// earlier.
  public var mirroredParts: [MirroredPartDefault] = []
  /// The day that decides which acceptances still count; nil lets all of them count.
  public var today: Day?
  /// How the mesh reads request paths; matters to traces of the new routes only.
  public var pathNormalization = PathNormalization.base
  /// How far a verification goes.
  public var verification = VerificationOptions()
  /// Whether objects say in comments and annotations where they came from.
  public var writesProvenance = true

  /// Chooses what a plain installation of ingress-nginx and of Istio needs.
  public init() {}
}

/// Istio's `meshConfig.pathNormalization`: which paths are made equal before routes are matched.
public enum PathNormalization: String, Hashable, Sendable, CaseIterable {
  /// Dot segments are resolved, `//` and `%2F` stay; Istio's default.
  case base
  /// `//` also becomes `/`.
  case mergeSlashes = "merge-slashes"
  /// `%2F` and `%5C` also become `/`, then `//` becomes `/`.
  case decodeAndMergeSlashes = "decode-and-merge-slashes"
}

/// What the user chose about the Gateway.
public struct GatewayOptions: Hashable, Sendable {
  /// `metadata.name`.
  public var name = "ingress"
  /// `metadata.namespace`.
  public var namespace = "istio-ingress"
  /// `spec.gatewayClassName`.
  public var className = "istio"
  /// Whether each namespace gets a Gateway of its own.
  public var isPerNamespace = false
  /// The Gateways of single namespaces, before all of the above.
  public var ofNamespaces: [String: QualifiedName] = [:]
  /// Written to `spec.infrastructure.annotations`, in this order.
  public var annotations: [GatewayAnnotation] = []
  /// How many proxies in front of the Gateway are believed about the client's address.
  public var trustedProxies: Int?

  /// Chooses one Gateway for all namespaces, of Istio's class.
  public init() {}
}

/// An annotation for the infrastructure behind a Gateway, for example a load balancer's type.
public struct GatewayAnnotation: Hashable, Sendable {
  /// The annotation's key.
  public var key: String
  /// The annotation's value.
  public var value: String

  /// Makes an annotation.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
