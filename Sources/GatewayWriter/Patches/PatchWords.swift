import GatewayAPI

extension PatchKind {
  /// The Istio versions for which the patches are known to do what they say: an expression over
  /// `match.proxy.proxyVersion`.
  package static let pinnedVersions = "^1\\.(30|31)\\."

  /// What it does, for people: completes "The EnvoyFilter …".
  package var meaning: String {
    switch self {
    case .rewrites: "rewrites paths by expressions"
    case .requestRates: "limits the requests of each client"
    case .basicAuth: "asks for user names and passwords"
    case .clientSubjects: "looks at the subjects of clients' certificates"
    case .bodyLimits: "limits request bodies"
    case .idleTimeouts: "ends requests in which nothing moves"
    case .retries: "says when requests are tried again"
    case .answers: "changes addresses in what backends answer"
    case .signIns: "sends clients to sign in"
    case .errorPages: "shows a page in place of error statuses"
    case .questions: "asks authentication services for just the path of auth-url"
    }
  }

  private static var signInVariables: String {
    EnvoyFilter.SignInScript.variables.sorted().map { "`$\($0)`" }.joined(separator: ", ")
  }

  /// The fields of Envoy that it sets.
  package var envoy: String {
    switch self {
    case .rewrites:
      "`regex_rewrite` of the route: RE2 replaces what the expression fits, here the whole path"
    case .requestRates:
      "the HTTP filter `local_ratelimit`, with a bucket of tokens for each client address "
        + "(`remote_address`)"
    case .basicAuth:
      "the HTTP filter `basic_auth`, with the users and the SHA-1 digests of their passwords"
    case .clientSubjects:
      "an HTTP filter `rbac` in front of all others on the listener of the host, which lets in only "
        + "subjects that the expression fits"
    case .bodyLimits: "the HTTP filter `buffer`: `max_request_bytes`, above which it answers 413"
    case .idleTimeouts: "`idle_timeout` of the route"
    case .retries: "`retry_policy` of the route"
    case .answers:
      "the HTTP filter `lua`, under a name of its own, with a script in each rule's "
        + "`typed_per_filter_config`"
    case .signIns:
      "the HTTP filter `lua` twice: before all others, where it notes what is asked for and changes "
        + "the answer, and before the router, where it marks what the service let in"
    case .errorPages:
      "the HTTP filter `lua` before all others, so that its script gets answers last, whoever made them"
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
    case .basicAuth:
      [
        "Each user of the Secret needs a {SHA} or {PLAIN} password, and the Secret has to be in the "
          + "input; with any other hash the paths stay closed. {PLAIN} becomes {SHA}.",
        "Whoever may read EnvoyFilters reads the digests, and it does not follow the Secret.",
        "The realm is the address asked for, and the word Basic counts letter by letter.",
        "Digest authentication, and satisfy any beside another check, are not said.",
        "It holds for every version of Istio, so that no upgrade opens the paths.",
      ]
    case .clientSubjects:
      [
        "Requests over plain HTTP, which show no certificate, are refused by an AuthorizationPolicy.",
        "The expression has to be one that RE2 knows, without characters that end a word of nginx's "
          + "configuration.",
        "Attributes beyond the common ones, such as organizationIdentifier, stand in the subject as "
          + "numbers.",
        "It holds for every version of Istio, so that no upgrade opens the host.",
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
    case .answers:
      [
        "Expressions, which begin with `~`, and variables are not said.",
        "Cookies are not changed where Envoy has a cookie of its own for sessions, which the script "
          + "would change, too.",
        "Nothing is changed where the rule itself sets one of the headers.",
      ]
    case .signIns:
      [
        "Only the 401 of the authentication service sends clients to sign in, not the backend's.",
        "Variables other than \(Self.signInVariables) are not said.",
        "Envoy names the path as it has normalised it.",
        "The redirect has no CORS headers.",
      ]
    case .errorPages:
      [
        "Only the page of ingress-nginx's built-in default backend is shown, its 404: where a Service "
          + "shows the pages, they stay lost.",
        "Where only nginx's own errors have pages, with disable-proxy-intercept-errors, they stay "
          + "lost, too.",
        "It waits for the whole body of an error, and one that is longer than the gateway's buffer "
          + "becomes 500.",
        "Where no rule takes a request there is no script, and what is refused before has no page.",
        "Where no connection to the backend comes about Envoy has 503, and nginx 502: list both.",
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
