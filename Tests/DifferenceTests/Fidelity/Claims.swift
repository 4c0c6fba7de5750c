import Gatewright
import Testing

/// How far the new routes are to carry each annotation of ingress-nginx v1.15.1: the promise that the
/// catalogue and the verifier are held to.
struct Claim: Hashable, Sendable {
  /// The key without the prefix.
  var key: String
  var fidelity: AnnotationDescription.Fidelity

  /// The claim about each annotation.
  static let all: [Claim] =
    exact.map { Claim(key: $0, fidelity: .exact) }
    + caveat.map { Claim(key: $0, fidelity: .caveat) }
    + partial.map { Claim(key: $0, fidelity: .partial) }
    + none.map { Claim(key: $0, fidelity: .none) }
    + needless.map { Claim(key: $0, fidelity: .needless) }

  /// All of it: no request is answered differently because of the annotation.
  private static let exact = [
    "allowlist-source-range", "auth-response-headers", "canary", "canary-by-header-value",
    "canary-weight", "canary-weight-total", "cors-allow-credentials", "cors-allow-headers",
    "cors-allow-methods", "cors-expose-headers", "cors-max-age", "denylist-source-range",
    "force-ssl-redirect", "from-to-www-redirect", "load-balance", "proxy-connect-timeout",
    "proxy-ssl-name", "proxy-ssl-verify", "server-alias", "session-cookie-max-age",
    "session-cookie-name", "session-cookie-path", "ssl-redirect", "upstream-vhost",
    "whitelist-source-range",
  ]

  /// All of it but for requests that a finding names.
  private static let caveat = [
    "affinity", "affinity-mode", "app-root", "auth-proxy-set-headers",
    "auth-tls-pass-certificate-to-upstream", "auth-tls-secret", "auth-tls-verify-client",
    "auth-url", "backend-protocol", "canary-by-cookie", "canary-by-header",
    "canary-by-header-pattern", "cors-allow-origin", "custom-headers", "enable-access-log",
    "enable-cors", "enable-global-auth", "limit-burst-multiplier", "limit-rpm", "limit-rps",
    "mirror-target", "permanent-redirect", "permanent-redirect-code", "proxy-body-size",
    "proxy-next-upstream-tries", "proxy-ssl-secret", "proxy-ssl-server-name", "rewrite-target",
    "satisfy", "session-cookie-domain", "session-cookie-expires", "session-cookie-samesite",
    "session-cookie-secure", "ssl-ciphers", "ssl-passthrough", "temporal-redirect",
    "temporal-redirect-code", "upstream-hash-by", "use-regex", "x-forwarded-prefix",
  ]

  /// Some values or a part of what they do; a finding names the rest.
  private static let partial = [
    "affinity-canary-behavior", "auth-always-set-cookie", "auth-request-redirect", "auth-secret",
    "auth-secret-type", "auth-signin", "auth-signin-redirect-param", "auth-tls-match-cn",
    "auth-type", "configuration-snippet", "custom-http-errors", "default-backend",
    "enable-modsecurity", "enable-opentelemetry", "enable-owasp-core-rules", "limit-allowlist",
    "limit-whitelist", "modsecurity-snippet", "opentelemetry-trust-incoming-span",
    "proxy-cookie-domain", "proxy-cookie-path", "proxy-next-upstream",
    "proxy-next-upstream-timeout", "proxy-read-timeout", "proxy-redirect-from", "proxy-redirect-to",
    "proxy-send-timeout", "server-snippet", "use-port-in-redirects",
  ]

  /// Nothing; a finding says so.
  private static let none = [
    "auth-cache-duration", "auth-cache-key", "auth-method", "auth-realm", "auth-snippet",
    "auth-tls-error-page", "auth-tls-verify-depth", "connection-proxy-header", "enable-rewrite-log",
    "fastcgi-index", "fastcgi-params-configmap", "http2-push-preload", "limit-connections",
    "limit-rate", "limit-rate-after", "mirror-host", "mirror-request-body",
    "modsecurity-transaction-id", "opentelemetry-operation-name", "proxy-http-version",
    "proxy-request-buffering", "proxy-ssl-ciphers", "proxy-ssl-protocols", "proxy-ssl-verify-depth",
    "relative-redirects", "service-upstream", "session-cookie-conditional-samesite-none",
    "stream-snippet", "upstream-hash-by-subset", "upstream-hash-by-subset-size",
  ]

  /// Nothing is needed: no client can tell.
  private static let needless = [
    "auth-keepalive", "auth-keepalive-requests", "auth-keepalive-share-vars",
    "auth-keepalive-timeout", "client-body-buffer-size", "disable-proxy-intercept-errors",
    "preserve-trailing-slash", "proxy-buffer-size", "proxy-buffering", "proxy-buffers-number",
    "proxy-busy-buffers-size", "proxy-max-temp-file-size", "session-cookie-change-on-failure",
    "ssl-prefer-server-ciphers",
  ]
}

extension Claim: CustomTestStringConvertible {
  var testDescription: String { "\(key) (\(fidelity.rawValue))" }
}
