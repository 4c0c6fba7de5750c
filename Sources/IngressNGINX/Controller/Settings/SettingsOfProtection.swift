/// What the ConfigMap says about who and what gets in; each property names its key.
extension ControllerSettings {
  /// `whitelist-source-range`.
  var allowedAddresses: [String] { texts("whitelist-source-range") }
  /// `denylist-source-range`.
  var deniedAddresses: [String] { texts("denylist-source-range") }
  /// `block-cidrs`.
  var blockedCIDRs: [String] { texts("block-cidrs") }
  /// `block-user-agents`.
  var blockedUserAgents: [String] { texts("block-user-agents") }
  /// `block-referers`.
  var blockedReferers: [String] { texts("block-referers") }
  /// `limit-conn-zone-variable`.
  var connectionLimitVariable: String { text("limit-conn-zone-variable") }
  /// `enable-modsecurity`.
  var enablesModSecurity: Bool { flag("enable-modsecurity") }
  /// `enable-owasp-modsecurity-crs`.
  var enablesOWASPRules: Bool { flag("enable-owasp-modsecurity-crs") }
  /// `modsecurity-snippet`.
  var modSecuritySnippet: String { text("modsecurity-snippet") }
  /// `enable-opentelemetry`.
  var enablesOpenTelemetry: Bool { flag("enable-opentelemetry") }
  /// `main-snippet`.
  var mainSnippet: String { text("main-snippet") }
  /// `http-snippet`.
  var httpSnippet: String { text("http-snippet") }
  /// `server-snippet`.
  var serverSnippet: String { text("server-snippet") }
  /// `location-snippet`.
  var locationSnippet: String { text("location-snippet") }
  /// `stream-snippet`.
  var streamSnippet: String { text("stream-snippet") }
}

/// What the ConfigMap says about annotations.
extension ControllerSettings {
  /// `annotations-risk-level`.
  var riskLevel: AnnotationRisk { AnnotationRisk(written: text("annotations-risk-level")) }
  /// The five snippet annotations are accepted at all (`annotations-risk-level: Critical`).
  var acceptsCriticalAnnotations: Bool { riskLevel == .critical }
  /// `allow-snippet-annotations`: snippets that are accepted count.
  var allowsSnippets: Bool { flag("allow-snippet-annotations") }
  /// `annotation-value-word-blocklist`, with the blanks around its words; an empty word is in every
  /// value (`store.checkBadAnnotationValue`).
  var blockedWords: [String] {
    let text = text("annotation-value-word-blocklist")
    guard !text.isEmpty else { return [] }
    return trimmed(text[...]).split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
  }
  /// `allow-cross-namespace-resources`.
  var allowsCrossNamespace: Bool { flag("allow-cross-namespace-resources") }
  /// `strict-validate-path-type`, which the webhook alone applies.
  var strictPathTypes: Bool { flag("strict-validate-path-type") }
}

/// External authentication for every path (`global-auth-url` and its companions).
struct GlobalAuthentication: Hashable, Sendable {
  /// `global-auth-url`.
  var url: String
  /// `global-auth-method`; empty for the client's.
  var method: String
  /// `global-auth-signin`.
  var signin: String
  /// `global-auth-signin-redirect-param`, which counts beside `global-auth-signin`; empty for `rd`.
  var signinRedirectParam: String
  /// `global-auth-response-headers`.
  var responseHeaders: [String]
  /// `global-auth-request-redirect`.
  var requestRedirect: String
  /// `global-auth-cache-key`.
  var cacheKey: String
  /// `global-auth-cache-duration`, one for each comma.
  var cacheDuration: [String]
  /// `global-auth-snippet`.
  var snippet: String
  /// `global-auth-always-set-cookie`.
  var alwaysSetCookie: Bool
}

extension ControllerSettings {
  /// External authentication for every path; nil where no service is named.
  var globalAuth: GlobalAuthentication? {
    let url = text("global-auth-url")
    guard !url.isEmpty else { return nil }
    let signin = text("global-auth-signin")
    return GlobalAuthentication(
      url: url, method: text("global-auth-method"), signin: signin,
      signinRedirectParam: signin.isEmpty ? "" : text("global-auth-signin-redirect-param"),
      responseHeaders: texts("global-auth-response-headers"),
      requestRedirect: text("global-auth-request-redirect"),
      cacheKey: text("global-auth-cache-key"), cacheDuration: cacheDurations,
      snippet: text("global-auth-snippet"), alwaysSetCookie: flag("global-auth-always-set-cookie"))
  }

  /// Where durations are written and cannot be used, and where there is none in what is written,
  /// `authreq.DefaultCacheDuration` is in force.
  private var cacheDurations: [String] {
    guard let value = value(of: "global-auth-cache-duration"), value.isWritten else { return [] }
    let durations = value.text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    return durations.isEmpty ? ["200 202 401 5m"] : durations
  }
}
