/// How dangerous an annotation is in the hands of somebody who may write Ingresses
/// (`parser.AnnotationRisk`).
enum RiskLevel: Int, Hashable, Sendable, Comparable {
  case low
  case medium
  case high
  case critical

  /// Reads a value of `annotations-risk-level`; any other word means Low
  /// (`parser.StringRiskToRisk`).
  init(written text: String) {
    self =
      switch text.lowercased() {
      case "critical": .critical
      case "high": .high
      case "medium": .medium
      default: .low
      }
  }

  /// The risk of an annotation by its key; aliases and unknown keys have none to speak of.
  init(of key: String) {
    self =
      if criticalKeys.contains(key) {
        .critical
      } else if highKeys.contains(key) {
        .high
      } else {
        mediumKeys.contains(key) ? .medium : .low
      }
  }

  static func < (left: RiskLevel, right: RiskLevel) -> Bool { left.rawValue < right.rawValue }

  /// The level as the ConfigMap writes it.
  var word: String {
    switch self {
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    case .critical: "Critical"
    }
  }
}

/// The annotations whose text nginx runs.
let criticalKeys: Set<String> = [
  "configuration-snippet", "server-snippet", "stream-snippet", "auth-snippet",
  "modsecurity-snippet",
]

private let highKeys: Set<String> = [
  "server-alias", "proxy-ssl-name", "upstream-hash-by", "auth-url", "auth-signin",
  "auth-tls-error-page", "auth-tls-match-cn", "mirror-target", "mirror-host",
  "modsecurity-transaction-id",
]

private let mediumKeys: Set<String> = [
  "rewrite-target", "app-root", "x-forwarded-prefix", "custom-headers", "force-ssl-redirect",
  "preserve-trailing-slash", "permanent-redirect", "temporal-redirect", "proxy-body-size",
  "proxy-next-upstream", "proxy-cookie-domain", "proxy-cookie-path", "proxy-redirect-from",
  "proxy-redirect-to", "fastcgi-index", "fastcgi-params-configmap", "proxy-ssl-secret",
  "proxy-ssl-ciphers", "affinity-mode", "session-cookie-name", "session-cookie-path",
  "session-cookie-domain", "session-cookie-expires", "session-cookie-max-age", "canary-by-header",
  "canary-by-header-value", "canary-by-header-pattern", "canary-by-cookie", "auth-secret",
  "auth-realm", "auth-signin-redirect-param", "auth-response-headers", "auth-proxy-set-headers",
  "auth-request-redirect", "auth-cache-key", "auth-cache-duration", "auth-tls-secret",
  "auth-tls-verify-client", "allowlist-source-range", "denylist-source-range",
  "cors-allow-origin", "cors-allow-methods", "cors-allow-headers", "cors-expose-headers",
  "opentelemetry-operation-name",
]
