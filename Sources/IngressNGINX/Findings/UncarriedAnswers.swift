/// Annotations that change what a client or backend sees.
let answerKeys: [(String, Uncarried)] =
  rows(
    .answer, "does what the value says",
    defaults: [
      ("preserve-trailing-slash", "true"),
      ("proxy-cookie-domain", "off"), ("proxy-cookie-path", "off"),
      ("proxy-redirect-from", "off"), ("proxy-redirect-to", "off"),
    ])
  + rows(
    .answer,
    [
      ("tells the backend which prefix was cut off", ["x-forwarded-prefix"]),
      ("sends requests to the Service's address instead of its pods", ["service-upstream"]),
      ("falls back to another Service", ["default-backend"]),
      (
        "lets another Service show error pages",
        ["custom-http-errors", "disable-proxy-intercept-errors"]
      ),
      ("sets response headers", ["custom-headers"]),
      ("writes the port into redirects", ["use-port-in-redirects"]),
      ("keeps redirects relative", ["relative-redirects"]),
      (
        "redirects every request elsewhere",
        [
          "permanent-redirect-code", "temporal-redirect-code",
        ]
      ),
      ("fixes the Connection header to the backend", ["connection-proxy-header"]),
      (
        "answers CORS",
        [
          "enable-cors", "cors-allow-origin", "cors-allow-methods", "cors-allow-headers",
          "cors-expose-headers", "cors-allow-credentials", "cors-max-age",
        ]
      ),
      (
        "copies requests to another server",
        ["mirror-target", "mirror-request-body", "mirror-host"]
      ),
      (
        "keeps a client on one pod by a cookie",
        [
          "affinity", "affinity-mode", "affinity-canary-behavior", "session-cookie-name",
          "session-cookie-path", "session-cookie-domain", "session-cookie-expires",
          "session-cookie-max-age", "session-cookie-samesite", "session-cookie-secure",
          "session-cookie-conditional-samesite-none", "session-cookie-change-on-failure",
        ]
      ),
      (
        "shapes the exchange with the authentication service",
        [
          "auth-secret-type", "auth-realm", "auth-signin-redirect-param", "auth-response-headers",
          "auth-proxy-set-headers", "auth-request-redirect", "auth-always-set-cookie",
        ]
      ),
      (
        "shapes the check of client certificates",
        [
          "auth-tls-verify-depth", "auth-tls-error-page", "auth-tls-pass-certificate-to-upstream",
        ]
      ),
      (
        "shapes TLS to the backend",
        [
          "proxy-ssl-secret", "proxy-ssl-verify-depth", "proxy-ssl-name", "proxy-ssl-server-name",
          "proxy-ssl-protocols", "proxy-ssl-ciphers",
        ]
      ),
    ])
