/// Annotations that change limits, timing and connections.
let tuningKeys: [(String, Uncarried)] =
  rows(
    .tuning, "chooses endpoints by the named algorithm", defaults: [("load-balance", "round_robin")]
  )
  + rows(
    .tuning,
    [
      (
        "waits this long between two reads or writes", ["proxy-read-timeout", "proxy-send-timeout"]
      ),
      (
        "tries another pod after these failures",
        ["proxy-next-upstream", "proxy-next-upstream-timeout", "proxy-next-upstream-tries"]
      ),
      (
        "chooses endpoints by a hash",
        ["upstream-hash-by", "upstream-hash-by-subset", "upstream-hash-by-subset-size"]
      ),
      ("slows responses down", ["limit-rate", "limit-rate-after"]),
      (
        "tunes the limits on clients",
        ["limit-burst-multiplier", "limit-allowlist", "limit-whitelist"]
      ),
      ("reads the whole request before the backend sees it", ["proxy-request-buffering"]),
      ("speaks this HTTP version to the backend", ["proxy-http-version"]),
      ("accepts these ciphers", ["ssl-ciphers", "ssl-prefer-server-ciphers"]),
      ("keeps the authentication service's answers", ["auth-cache-key", "auth-cache-duration"]),
    ])

/// Annotations whose loss nobody outside notices.
let invisibleKeys: [(String, Uncarried)] =
  rows(
    .invisible, "writes the access log", defaults: [("enable-access-log", "true")])
  + rows(
    .invisible,
    [
      ("buffers responses in this way", ["proxy-buffering", "proxy-buffers-number"]),
      (
        "buffers responses in this way",
        ["proxy-buffer-size", "proxy-busy-buffers-size", "proxy-max-temp-file-size"]
      ),
      ("buffers request bodies in memory up to this size", ["client-body-buffer-size"]),
      ("announced pushes of HTTP/2, which nginx no longer makes", ["http2-push-preload"]),
      ("writes a debug log", ["enable-rewrite-log"]),
      (
        "reports to OpenTelemetry",
        [
          "enable-opentelemetry", "opentelemetry-trust-incoming-span",
          "opentelemetry-operation-name",
        ]
      ),
      ("names ModSecurity transactions", ["modsecurity-transaction-id"]),
      (
        "tunes connections to the authentication service",
        [
          "auth-keepalive", "auth-keepalive-requests", "auth-keepalive-timeout",
          "auth-keepalive-share-vars",
        ]
      ),
    ])
