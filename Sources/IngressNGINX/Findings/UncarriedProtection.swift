/// Annotations that refuse requests.
let protectionKeys: [(String, Uncarried)] =
  rows(
    .protection,
    [
      ("asks for a user name and password", ["auth-type", "auth-secret"]),
      (
        "lets another service decide who gets in",
        ["auth-url", "auth-signin", "auth-method", "auth-snippet"]
      ),
      ("lets only some addresses in", ["allowlist-source-range", "whitelist-source-range"]),
      ("keeps some addresses out", ["denylist-source-range"]),
      ("asks clients for a certificate", ["auth-tls-secret", "auth-tls-verify-client"]),
      ("checks the name on the client's certificate", ["auth-tls-match-cn"]),
      ("combines IP lists and authentication", ["satisfy"]),
      ("limits how often a client may ask", ["limit-rps", "limit-rpm"]),
      ("limits how many connections a client may have", ["limit-connections"]),
      ("refuses larger request bodies with 413", ["proxy-body-size"]),
      (
        "inspects requests with ModSecurity",
        ["enable-modsecurity", "enable-owasp-core-rules", "modsecurity-snippet"]
      ),
      (
        "runs nginx configuration that may refuse requests",
        ["configuration-snippet", "server-snippet", "stream-snippet"]
      ),
      ("opts in to or out of the controller's own external authentication", ["enable-global-auth"]),
      ("checks the backend's certificate", ["proxy-ssl-verify"]),
    ])

/// One row for each key of each meaning.
func rows(
  _ risk: Uncarried.Risk, _ table: [(meaning: String, keys: [String])]
) -> [(String, Uncarried)] {
  table.flatMap { row in row.keys.map { ($0, Uncarried(risk: risk, meaning: row.meaning)) } }
}

/// Rows for keys whose loss shows only with another value than the default.
func rows(
  _ risk: Uncarried.Risk, _ meaning: String, defaults: [(key: String, value: String)]
) -> [(String, Uncarried)] {
  defaults.map { ($0.key, Uncarried(risk: risk, meaning: meaning, defaultValue: $0.value)) }
}
