package import Evidence
package import Kubernetes
package import YAMLText

/// What the user chose about the emitted objects.
package struct WriteOptions: Sendable {
  /// How far a canary reaches.
  package enum CanaryScope: String, Sendable, CaseIterable {
    /// To every path whose upstream is canaried, as in ingress-nginx.
    case upstream
    /// Only to the paths that the canary Ingress names.
    case path
  }

  /// How close the routes stay to what ingress-nginx serves.
  package enum Style: String, Sendable, CaseIterable {
    /// Every quirk that changes an answer is kept.
    case faithful
    /// What the authors of the Ingresses evidently meant is written, as one would by hand.
    case idiomatic
  }

  package var style = Style.faithful
  package var gatewayName = "ingress"
  package var gatewayNamespace = "istio-ingress"
  package var gatewayClass = "istio"
  package var usesGatewayPerNamespace = false
  /// The Gateways of single namespaces, before all of the above.
  package var gatewaysOfNamespaces: [String: ObjectName] = [:]
  /// What Services get in their DestinationRules beside what nginx's behaviour needs.
  package var trafficPolicies: [TrafficPolicyPart] = []
  /// How many requests mirrors get a copy of, where not all.
  package var mirroredParts: [MirroredPart] = []
  /// Written to `spec.infrastructure.annotations` of the Gateway.
  package var gatewayAnnotations: [Annotation] = []
  /// How many proxies in front of the Gateway are believed about the client's address.
  package var trustedProxies: Int?
  package var canaryScope = CanaryScope.upstream
  /// The findings that somebody decided to live with.
  package var accepted: Set<Acceptance> = []
  /// Whether EnvoyFilters may say what nothing else can.
  package var allowsEnvoyFilter = false
  /// Whether objects say in comments and annotations where they came from.
  package var writesProvenance = true
  /// Whether each object says field by field where it came from, which takes time and memory.
  package var recordsOrigins = false

  package init() {}
}

extension WriteOptions {
  /// The Gateway that serves the routes of a namespace.
  func gateway(of namespace: String) -> ObjectName {
    gatewaysOfNamespaces[namespace]
      ?? ObjectName(usesGatewayPerNamespace ? namespace : gatewayNamespace, gatewayName)
  }

  /// The names of the Gateways in a namespace.
  func gatewayNames(in namespace: String) -> [String] {
    let own = gatewaysOfNamespaces.values.filter { $0.namespace == namespace }.map(\.name)
    let hasCommon = usesGatewayPerNamespace || namespace == gatewayNamespace
    return Set(own + (hasCommon || own.isEmpty ? [gatewayName] : [])).sorted()
  }

  /// Whether routes of different namespaces may have different Gateways.
  var usesSeveralGateways: Bool { usesGatewayPerNamespace || !gatewaysOfNamespaces.isEmpty }
}

/// One emitted object.
package struct Emitted: Sendable {
  package var reference: ObjectReference
  package var apiVersion: String
  package var body: Node
  /// Where the fields came from, where `recordsOrigins` asks for it.
  package var origins: [FieldOrigin]
  /// What an EnvoyFilter is for; nil for other kinds.
  package var patches: PatchKind?

  package init(
    reference: ObjectReference, apiVersion: String, body: Node, origins: [FieldOrigin] = []
  ) {
    self.reference = reference
    self.apiVersion = apiVersion
    self.body = body
    self.origins = origins
  }
}
