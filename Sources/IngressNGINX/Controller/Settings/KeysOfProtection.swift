import Routing

extension ConfigMapKey {
  /// Keys that refuse requests, or that run nginx configuration that may.
  static let ofProtection =
    keys(
      .protection,
      [
        ("whitelist-source-range", .addresses, "", "lets only these addresses in"),
        ("denylist-source-range", .addresses, "", "keeps these addresses out"),
        ("block-cidrs", .addresses, "", "refuses these addresses with 403"),
        ("block-user-agents", .texts, "", "refuses these user agents with 403"),
        ("block-referers", .texts, "", "refuses these referers with 403"),
        ("global-auth-url", .url, "", "asks this service who gets in, for every path"),
        ("enable-modsecurity", .flag, "false", "inspects requests with ModSecurity"),
        ("ssl-reject-handshake", .flag, "false", "refuses TLS for hosts that it does not know"),
        ("proxy-body-size", .bodySize, "1m", "refuses larger request bodies with 413"),
        ("main-snippet", .text, "", "adds this text to its configuration"),
        ("http-snippet", .text, "", "adds this text to its configuration"),
        ("server-snippet", .text, "", "adds this text to every server"),
        ("location-snippet", .text, "", "adds this text to every location"),
        ("stream-snippet", .text, "", "adds this text to its configuration"),
      ]) + ofGlobalAuth + ofLimits

  /// What tunes `global-auth-url`, and is nothing without it.
  private static let ofGlobalAuth = keys(
    .answer,
    [
      ("global-auth-method", .method, "", "asks the service with this method"),
      ("global-auth-signin", .url, "", "sends clients who may not get in there"),
      (
        "global-auth-signin-redirect-param", .parameterName, "",
        "tells the sign-in page the address in this parameter"
      ),
      ("global-auth-response-headers", .headerNames, "", "passes the service's headers on"),
      ("global-auth-request-redirect", .text, "", "tells the service this address"),
      ("global-auth-cache-key", .text, "", "remembers the service's answers by this key"),
      ("global-auth-cache-duration", .cacheDurations, "", "remembers its answers so long"),
      ("global-auth-snippet", .text, "", "adds this text to the question"),
      ("global-auth-always-set-cookie", .flag, "false", "passes cookies on with every status"),
    ])

  private static let ofLimits =
    keys(
      .protection,
      [
        ("enable-owasp-modsecurity-crs", .flag, "false", "uses the OWASP rules in ModSecurity"),
        ("modsecurity-snippet", .text, "", "adds these rules to ModSecurity"),
      ])
    + keys(
      .tuning,
      [
        ("limit-rate", .integer, "0", "slows responses down to so many bytes a second"),
        ("limit-rate-after", .integer, "0", "slows responses down after so many bytes"),
        (
          "limit-conn-zone-variable", .text, "$binary_remote_addr",
          "counts connections by this variable"
        ),
      ])
}
