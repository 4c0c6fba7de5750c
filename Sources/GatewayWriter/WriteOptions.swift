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
  /// Written to `spec.infrastructure.annotations` of the Gateway.
  package var gatewayAnnotations: [Annotation] = []
  package var canaryScope = CanaryScope.upstream
  /// The findings that somebody decided to live with.
  package var accepted: Set<Acceptance> = []
  /// Whether EnvoyFilters may say what nothing else can.
  package var allowsEnvoyFilter = false
  /// Whether objects say in comments and annotations where they came from.
  package var writesProvenance = true

  package init() {}
}

/// One emitted object.
package struct Emitted: Sendable {
  package var reference: ObjectReference
  package var apiVersion: String
  package var body: Node
  /// What an EnvoyFilter is for; nil for other kinds.
  package var patches: PatchKind?

  package init(reference: ObjectReference, apiVersion: String, body: Node) {
    self.reference = reference
    self.apiVersion = apiVersion
    self.body = body
  }
}
