import Evidence

/// An annotation that ingress-nginx v1.15.1 reads and the new routes do not carry yet.
struct Uncarried: Sendable {
  /// What its loss can do.
  enum Risk: Sendable {
    /// Requests that were refused get through.
    case protection
    /// Requests no longer reach what they reach today.
    case traffic
    /// Requests get another answer, or reach another address.
    case answer
    /// Connections, limits or timing differ.
    case tuning
    /// Nothing that a client or backend sees.
    case invisible

    var severity: Severity {
      switch self {
      case .protection, .traffic: .error
      case .answer, .tuning: .warning
      case .invisible: .note
      }
    }

    var consequence: String {
      switch self {
      case .protection: "They let requests through that ingress-nginx refuses."
      case .traffic: "Requests do not reach what they reach today."
      case .answer: "They answer without it."
      case .tuning: "They use Envoy's defaults."
      case .invisible: "Clients and backends see no difference."
      }
    }
  }

  var risk: Risk
  /// What ingress-nginx does because of it; completes "ingress-nginx …".
  var meaning: String
  /// The value that says what holds without the annotation.
  var defaultValue = ""

  /// Whether a value asks for nothing that would not happen anyway.
  func isDefault(_ value: String) -> Bool { !defaultValue.isEmpty && value == defaultValue }
}

/// The annotations whose meaning the new routes carry.
let carriedOverKeys: Set<String> = [
  "canary", "canary-by-header", "canary-by-header-value", "canary-by-header-pattern",
  "canary-by-cookie", "canary-weight", "canary-weight-total", "ssl-redirect",
  "force-ssl-redirect", "use-regex", "app-root", "proxy-connect-timeout",
]

/// The annotations that the controller reads on canary Ingresses, too.
let keysReadOnCanaries: Set<String> = [
  "affinity-canary-behavior", "load-balance", "upstream-hash-by", "upstream-hash-by-subset",
  "upstream-hash-by-subset-size", "service-upstream", "stream-snippet", "auth-tls-secret",
  "auth-tls-verify-client", "auth-tls-verify-depth", "auth-tls-error-page",
  "auth-tls-pass-certificate-to-upstream", "auth-tls-match-cn", "proxy-ssl-secret",
  "configuration-snippet", "server-snippet", "auth-snippet", "modsecurity-snippet",
]

/// Every other annotation of v1.15.1 by key.
let uncarried: [String: Uncarried] = {
  let tables = [protectionKeys, trafficKeys, answerKeys, tuningKeys, invisibleKeys]
  return Dictionary(tables.joined().map { ($0.0, $0.1) }) { first, _ in first }
}()
