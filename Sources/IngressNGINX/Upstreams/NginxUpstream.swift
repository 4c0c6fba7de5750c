import Kubernetes
import Routing

/// One upstream: namespace, Service and port as an Ingress writes them.
///
/// Its name joins the three with `-`, so that distinct ones can share a name, as in the controller.
struct NginxUpstream: Sendable {
  /// Where canary policies and affinity of an upstream come from.
  struct Affinity: Sendable {
    var cookie: SessionAffinity.Cookie
    /// The Ingresses whose locations hand the cookie out.
    var owners: Set<Int>
  }

  var name: String
  /// The Service as the Ingress names it; the backend of an ExternalName is its target.
  var service: String
  var backend: Backend
  /// The Ingress that named it first.
  var owner: Int
  /// Only a canary: it makes no location of its own.
  var isCanaryOnly: Bool
  var policy: Canary.Policy?
  /// Names of the upstreams that canaries brought, oldest first; only the first is consulted.
  var alternatives: [Alternative] = []
  var affinity: Affinity?

  var hasEndpoints: Bool { backend.state == .ready }
}

/// A canary upstream that was paired with a primary one.
struct Alternative: Hashable, Sendable {
  var name: String
  /// The canary Ingress that paired them.
  var canary: Int
}

/// The name of an upstream (`upstreamName`).
func upstreamName(_ namespace: String, _ service: String, _ port: ServicePortReference) -> String {
  "\(namespace)-\(service)-\(port)"
}
