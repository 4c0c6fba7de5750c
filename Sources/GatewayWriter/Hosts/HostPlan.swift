import Evidence
import GatewayAPI
import Routing

/// What one host becomes: its rules on port 80 and, where it has a certificate, on port 443.
struct HostPlan {
  /// The hostname for routes; nil for every name.
  var hostname: String?
  var http: [RuleGroup]
  /// Nil where no certificate serves the host.
  var https: [RuleGroup]?
  /// The https listener that serves the host; nil where there is none.
  var secureListener: SecureListener?
  /// Whether TLS for the host goes to a backend unopened.
  var isPassedThrough = false
  /// Every location with its path, in the order in which they are tried.
  var locations: [SpokenRoute]
  /// Whether some rule puts headers on answers.
  var setsAnswerHeaders: Bool
  /// What is asked of requests for the host, for AuthorizationPolicies.
  var policies: [PlannedPolicy] = []
}

/// Rules that have to stay in one object and in this order, and the Ingress they belong to.
struct RuleGroup: Hashable {
  var owner: ObjectReference
  var origin: Origin
  var rules: [HTTPRoute.Rule]
  /// The canary that chooses among backends; nil where there is none.
  var canary: CanaryOrigin?
  /// Whether the rules send plain HTTP clients to https.
  var isSecureRedirect = false
  /// What EnvoyFilters change about each of the rules.
  var patches: [RoutePatch] = []
}

/// An https listener: a server name and its certificate.
struct SecureListener: Hashable {
  /// The hostname of the listener; nil for every name.
  var hostname: String?
  /// The Secret, `namespace/name`; without a name where TLS is passed through.
  var secret: String
  var passesThrough = false
  /// The Secret with the authorities of clients' certificates, `namespace/name`; nil where clients
  /// are not asked for one.
  var authority: String?
  /// What has to be found in the subject of a client's certificate; nil where nobody looks at it.
  var subject: String?
  /// The only ciphers up to TLS 1.2; empty for Istio's own.
  var ciphers: [String] = []
}

extension HostPattern {
  /// The pattern as Gateway API writes it; nil for every name.
  var hostname: String? {
    switch self {
    case .exact(let name): name
    case .oneLabel(let domain), .labels(let domain): "*.\(domain)"
    case .beginning(let text): "\(text)*"
    case .expression(let text): "~\(text)"
    case .any: nil
    }
  }
}
