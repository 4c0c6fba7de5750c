import Gatewright

/// The findings that name the requests of an annotation's caveat: only these may explain a
/// difference that is there because of the annotation.
enum StatedClass {
  /// Findings about every site, whatever its annotations are.
  private static let environment: Set<String> = [
    "request-paths-differ", "default-server-differs", "host-without-certificate",
    "redirect-keeps-slash", "slash-redirect-differs", "redirect-without-certificate",
  ]

  /// The codes for each annotation that has any.
  static let codes: [String: Set<String>] = [
    "affinity": ["session-cookie-differs", "endpoints-chosen-anew"],
    "affinity-canary-behavior": ["canary-session-not-carried-over"],
    "affinity-mode": ["session-not-persistent"],
    "app-root": ["app-root-keeps-query"],
    "auth-secret": ["basic-auth-differs"],
    "auth-secret-type": ["basic-auth-differs"],
    "auth-tls-match-cn": ["client-certificate-handshake"],
    // Headers of the backend's request: X-Forwarded-Client-Cert says it in another form.
    "auth-tls-pass-certificate-to-upstream": ["annotation-not-carried-over"],
    "auth-signin": ["external-auth-differs"],
    "auth-signin-redirect-param": ["external-auth-differs"],
    "auth-tls-secret": ["client-certificate-handshake"],
    "auth-type": ["basic-auth-differs"],
    // A service that has no address of a Service, or that asks with variables.
    "auth-url": [
      "external-auth-differs", "external-auth-path-appended", "external-authentication-lost",
    ],
    // AUTO_HTTP where both schemes come, and FCGI.
    "backend-protocol": ["grpc-keeps-host", "annotation-not-carried-over"],
    "canary-by-cookie": ["canary-cookie-repeated"],
    // What is refused where no rule takes a request.
    "custom-http-errors": ["error-pages-by-script"],
    "enable-cors": [
      "cors-answered-by-envoy", "cors-credentials-left-out", "annotation-not-carried-over",
    ],
    "enable-global-auth": ["external-auth-differs", "external-auth-path-appended"],
    // The Location names no port; nginx writes :80 and :443.
    "from-to-www-redirect": ["www-redirect-names-port"],
    "limit-rpm": ["rate-limit-by-tokens"],
    "limit-rps": ["rate-limit-by-tokens"],
    "mirror-target": ["mirror-keeps-host", "mirror-keeps-path", "mirror-without-backend"],
    "permanent-redirect": ["fixed-redirect-keeps-query"],
    "proxy-body-size": ["body-limit-buffers"],
    "proxy-next-upstream-tries": ["retries-differ"],
    "proxy-ssl-secret": ["backend-refusal-differs"],
    "rewrite-target": ["rewrite-by-prefix"],
    // An expression as alias is no name.
    "server-alias": ["host-not-nameable"],
    // Names that Envoy's TLS does not know.
    "ssl-ciphers": ["annotation-not-carried-over"],
    // Without the controller's flag it does nothing.
    "ssl-passthrough": ["passthrough-not-enabled"],
    "temporal-redirect": ["fixed-redirect-keeps-query"],
    // Several variables, or a variable that Istio cannot hash.
    "upstream-hash-by": ["annotation-not-carried-over"],
    // Captures in the prefix.
    "x-forwarded-prefix": ["annotation-not-carried-over"],
  ]

  /// The findings by which an annotation is lost that is promised in part, or not at all.
  private static let losses: Set<String> = [
    "annotation-not-carried-over", "authentication-lost", "connection-limit-lost",
    "rate-limit-lost", "snippet-lost", "firewall-lost", "client-certificate-lost",
  ]
  private static let lossy = Set(
    Claim.all.filter { $0.fidelity == .partial || $0.fidelity == .none }.map(\.key))

  /// The codes that annotations may bring together.
  static func codes(of keys: Set<String>) -> Set<String> {
    let stated = keys.reduce(environment) { $0.union(codes[$1] ?? []) }
    return keys.isDisjoint(with: lossy) ? stated : stated.union(losses)
  }
}
