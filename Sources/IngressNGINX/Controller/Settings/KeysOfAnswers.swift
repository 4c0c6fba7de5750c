import Routing

extension ConfigMapKey {
  /// Keys whose meaning the new routes carry, or that only decide what the controller takes in.
  static let carriedOver = keys(
    nil,
    [
      ("ssl-redirect", .flag, "true", "sends plain requests for hosts with a certificate to https"),
      ("force-ssl-redirect", .flag, "false", "sends every plain request to https"),
      ("http-redirect-code", .redirectStatus, "308", "answers redirects to https with this status"),
      ("preserve-trailing-slash", .flag, "false", "keeps the last slash in redirects to https"),
      ("use-port-in-redirects", .flag, "false", "names the port in redirects"),
      (
        "no-tls-redirect-locations", .locations, acme, "never redirects these paths to https"
      ),
      ("hsts", .flag, "true", "sends Strict-Transport-Security"),
      ("hsts-max-age", .text, "31536000", "says how long browsers remember to use https"),
      ("hsts-include-subdomains", .flag, "true", "binds subdomains to https, too"),
      ("hsts-preload", .flag, "false", "asks browsers to know the host from the start"),
      (
        "load-balance",
        .oneOf([
          "round_robin", "ewma", "chash", "chashsubset", "sticky_balanced", "sticky_persistent",
        ]), "round_robin", "chooses endpoints by this algorithm"
      ),
      ("proxy-connect-timeout", .integer, "5", "waits this long for a connection to a backend"),
      ("enable-underscores-in-headers", .flag, "false", "takes request headers with underscores"),
      ("annotations-risk-level", .text, "High", "takes in annotations up to this risk"),
      ("allow-snippet-annotations", .flag, "false", "takes in snippets"),
      ("annotation-value-word-blocklist", .text, "", "refuses annotations with these words"),
      (
        "allow-cross-namespace-resources", .flag, "false",
        "lets annotations name objects of other namespaces"
      ),
      (
        "strict-validate-path-type", .flag, "true",
        "refuses Exact and Prefix paths with odd characters when they are written"
      ),
    ])

  private static let acme = "/.well-known/acme-challenge"

  /// Keys that change what clients and backends see.
  static let ofAnswers =
    keys(
      .answer,
      [
        ("relative-redirects", .flag, "false", "keeps its own redirects relative"),
        ("custom-http-errors", .statuses, "", "lets the default backend answer these statuses"),
        (
          "disable-proxy-intercept-errors", .flag, "false",
          "leaves the error pages of backends alone"
        ),
        ("no-auth-locations", .locations, acme, "asks for no authentication on these paths"),
        (
          "limit-req-status-code", .integer, "503", "answers too frequent requests with this status"
        ),
        (
          "limit-conn-status-code", .integer, "503", "answers too many connections with this status"
        ),
        ("service-upstream", .flag, "false", "sends requests to Services instead of their pods"),
        ("proxy-cookie-domain", .text, "off", "rewrites the domain of cookies"),
        ("proxy-cookie-path", .text, "off", "rewrites the path of cookies"),
        ("proxy-redirect-from", .text, "off", "rewrites the Location of backends"),
        ("proxy-redirect-to", .text, "off", "rewrites the Location of backends"),
        ("default-type", .text, "text/html", "gives responses without a type this type"),
        ("proxy-ssl-location-only", .flag, "false", "uses proxy-ssl settings on their paths only"),
      ])
    + keys(.invisible, [("app-root", .text, "", "does nothing with it; the annotation counts")])
}
