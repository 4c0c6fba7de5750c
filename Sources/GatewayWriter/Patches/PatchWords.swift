extension PatchKind {
  /// The Istio versions for which the patches are known to do what they say: an expression over
  /// `match.proxy.proxyVersion`.
  package static let versions = "^1\\.(30|31)\\."

  /// What it does, for people: completes "The EnvoyFilter …".
  package var meaning: String {
    switch self {
    case .rewrites: "rewrites paths by expressions"
    case .requestRates: "limits the requests of each client"
    case .bodyLimits: "limits request bodies"
    case .idleTimeouts: "ends requests in which nothing moves"
    case .retries: "says when requests are tried again"
    case .questions: "asks authentication services for just the path of auth-url"
    }
  }

  /// The fields of Envoy that it sets.
  package var envoy: String {
    switch self {
    case .rewrites:
      "`regex_rewrite` of the route: RE2 replaces what the expression fits, here the whole path"
    case .requestRates:
      "the HTTP filter `local_ratelimit`, with a bucket of tokens for each client address "
        + "(`remote_address`)"
    case .bodyLimits: "the HTTP filter `buffer`: `max_request_bytes`, above which it answers 413"
    case .idleTimeouts: "`idle_timeout` of the route"
    case .retries: "`retry_policy` of the route"
    case .questions:
      "the HTTP filter `ext_authz`, which Istio puts in for the AuthorizationPolicy: "
        + "`check_settings.http_service` of the route with `path_override`, for path and query"
    }
  }

  /// Where it is not what ingress-nginx does, and where it is not written, one sentence each.
  package var limits: [String] {
    switch self {
    case .rewrites:
      [
        "The path has to be an expression that RE2 knows, and the target a path without a query "
          + "and without variables; other rewrites stay lost.",
        "nginx fills in the decoded path, Envoy the path as sent.",
      ]
    case .requestRates:
      [
        "Each path of the Ingress counts for itself; ingress-nginx counts them together.",
        "Each replica of the gateway counts for itself, as each pod of ingress-nginx does.",
        "What is refused before, for an address or by an authentication service, does not count.",
        "At most 40,000 clients are kept apart; beyond them the oldest begin anew.",
        "limit-connections is not said.",
      ]
    case .bodyLimits:
      [
        "Envoy waits for the whole body, which websockets and streams of requests never end.",
        "The gateway keeps each body in memory while it waits.",
        "Only limits that somebody wrote are said, not the 1m that ingress-nginx has without.",
      ]
    case .idleTimeouts:
      [
        "It is the longer of proxy-read-timeout and proxy-send-timeout.",
        "It ends the request with 504, or with 408 while the request is still sent; no other "
          + "endpoint is tried.",
        "proxy-read-timeout of 0, under which ingress-nginx answers 504 to everything, is not said.",
      ]
    case .retries:
      [
        "No try is given up because the backend is slow: timeout stands for connecting only.",
        "With statuses among the failures, POST, LOCK and PATCH are never tried again, unless "
          + "non_idempotent is there, too; without, they are where nothing was sent yet.",
        "Istio keeps 503 among the statuses that it tries again, if there are any.",
        "proxy-next-upstream-tries of 0, as often as there are endpoints, becomes 3.",
        "off is said by a condition that never holds, since Istio keeps its own number where a "
          + "patch says 0.",
      ]
    case .questions:
      [
        "The service is asked with the client's method and Host, and only 200 lets in.",
        "Where no rule takes a request, which gets 404 then, the service is asked as without it.",
        "The provider of MeshConfig stays as it is: other versions ask it, with the path of the "
          + "request behind that of auth-url, and behind its query.",
        "It says anew what the provider says, but for the headers of the request that the service "
          + "gets: both have to be changed together.",
        "An auth-url without a path, for which nginx asks for a path of its own, is not said, nor one "
          + "with variables.",
      ]
    }
  }
}
