import GatewayWriter
import Routing
import Verification

extension Cause {
  /// Every cause that is known; a difference that none explains is a fault.
  static let all: [Cause] =
    ofStyle + ofHosts + ofEnvironment + ofRedirects + ofFilters + ofRoutes + ofGuards
    + ofBackends

  /// What the style alone changes; it comes first, so that nothing else is blamed for it.
  private static let ofStyle: [Cause] = [
    Cause([styleChangesAnswerCode], of: .host) { $0.byStyle }
  ]

  private static let ofEnvironment: [Cause] = [
    Cause(["request-paths-differ"], of: .any, .everything) { $0.hasUnusualPath || $0.endsWithDot },
    Cause(["default-server-differs"], of: .any, .everything) { $0.isOfDefaultServer },
    Cause(["strict-transport-security-unrouted"], of: .any, [.responseHeaders]) {
      $0.differingResponseHeaders.contains("strict-transport-security") && $0.statuses.after == 404
    },
    Cause(["refusals-without-headers"], of: .any, [.responseHeaders]) {
      $0.statuses.before == $0.statuses.after
        && ([401, 403].contains($0.statuses.after) || $0.sendsToSignIn)
    },
  ]

  private static let ofRedirects: [Cause] = [
    Cause(["redirect-keeps-slash"], of: .any, [.location]) { facts in
      facts.redirects(with: 301, 302, 303, 307, 308)
        && facts.locations.map { $0.after.isBut($0.before, portOf: facts.request.host) } ?? false
    },
    Cause(["www-redirect-names-port"], of: .any, [.location, .status]) {
      $0.redirects(with: 301, 302, 303, 307, 308)
    },
    Cause(["app-root-keeps-query"], of: .host, [.location]) { $0.redirects(with: 302) },
    Cause(["slash-redirect-differs"], of: .host, .everything) { $0.statuses.before == 301 },
  ]

  private static let ofHosts: [Cause] = [
    Cause(["host-without-certificate", "redirect-without-certificate"], of: .host, .everything) {
      $0.request.scheme == .https && $0.hasNoListener
    },
    Cause(["alias-hides-wildcard", "host-not-nameable"], of: .any, .everything),
    Cause(["wildcard-matches-deeper"], of: .any, .everything) {
      $0.host?.isDeeper ?? true && $0.statuses.before == 404
    },
    Cause(["host-in-several-gateways"], of: .any, .everything) { $0.statuses.after == 404 },
    Cause(["configuration-refused"], of: .any, .everything),
  ]

  private static let ofRoutes: [Cause] = [
    Cause(
      ["service-missing", "service-port-missing", "service-port-unresolved"], of: .any, .ending
    ) {
      $0.hasUnready
    },
    Cause(
      [
        "service-without-endpoints", "external-name-not-carried-over", "external-name-refused",
        "external-name-disabled",
      ], of: .any, .ending
    ) {
      $0.hasUnready
    },
    Cause(["ingress-denied"], of: .host, .everything) { $0.statuses.before == 503 },
    Cause(["canary-cookie-repeated"], of: .host, .everything) { $0.repeatsCookie },
    Cause(["canary-session-not-carried-over"], of: .host, .everything) {
      $0.request.sessionOf != nil || $0.differingResponseHeaders == ["set-cookie"]
    },
    Cause(["canary-scope-limited", "canary-shared-upstream"], of: .any, [.shares]),
    Cause(["pattern-not-portable", "canary-pattern-not-portable"], of: .host, .everything),
    Cause(["path-too-long", "path-encoded"], of: .host, .everything),
    Cause(["annotation-not-carried-over"], of: .route, .everything),
    Cause(
      [
        "address-list-lost", "authentication-lost", "external-authentication-lost",
        "client-certificate-lost", "rate-limit-lost", "connection-limit-lost", "body-limit-lost",
        "firewall-lost", "snippet-lost", "user-agents-lost",
      ], of: .route, .everything),
    Cause(["rate-limit-by-tokens"], of: .route, [.condition]) { $0.differsOnlyInLimits },
    Cause(["configmap-key-not-carried-over"], of: .any, .everything),
  ]
}

extension Cause {
  fileprivate static let ofGuards: [Cause] = [
    Cause(["client-address-believed", "client-address-by-hops"], of: .any, .ending) {
      $0.looksAtAddresses
    },
    Cause(["preflights-guarded"], of: .host, .everything) {
      $0.request.method == "OPTIONS" && ($0.statuses.after == 403 || !$0.after.conditions.isEmpty)
    },
    Cause(["basic-auth-differs"], of: .route, just: { $0.aspectsOfBasicAuth }),
    Cause(["guard-covers-host"], of: .host, .everything) {
      $0.statuses.after == 403 && !$0.reachesBackend
    },
    Cause(
      ["external-auth-differs"], of: .route,
      [.condition, .status, .location, .requestHeaders, .responseHeaders, .shares]
    ) { $0.asksService && !$0.sendsToSignIn },
    Cause(["external-auth-path-appended"], of: .route, [.question]) { $0.asksService },
    // An EnvoyFilter changes routes; where no rule takes a request, there is none.
    Cause(["external-auth-differs"], of: .host, [.question]) {
      $0.asksService && $0.routeAfter == nil
    },
    // Where no rule takes a request, there is no script for what is refused before.
    Cause(["error-pages-by-script"], of: .host, [.status, .responseHeaders]) {
      $0.routeAfter == nil && $0.statuses.before == 404 && $0.hasPageForStatusAfter
    },
    Cause(["client-certificate-handshake"], of: .host, .everything) {
      $0.request.scheme == .https && $0.request.clientCertificate != .trusted && $0.hasNoListener
    },
    Cause(["external-auth-several-services"], of: .any, .everything) {
      $0.statuses.after == 403 && $0.asksService
    },
  ]
}

extension DifferenceFacts {
  /// In what the answers differ since Envoy asks for passwords in its own words: the realm, the headers
  /// beside it, the spelling of Basic, and what it looks at first.
  fileprivate var aspectsOfBasicAuth: Set<Aspect> {
    // Envoy asks the authentication service first, so that nobody is told of a password.
    if sendsToSignIn, differingResponseHeaders == ["www-authenticate"] { return [.responseHeaders] }
    guard statuses.after == 401 else { return [] }
    if statuses.before == 401 { return [.responseHeaders] }
    let isOtherWord = request.login.map { $0.scheme != "Basic" } ?? false
    return isOtherWord || statuses.before == 413 ? .ending : []
  }

  /// Whether a part of the requests meets a Service that is not ready.
  fileprivate var hasUnready: Bool {
    [503, 500].contains(statuses.before) || before.answersPart || after.answersPart
      || [404, 500, 503].contains(statuses.after)
  }
}

extension String {
  /// Whether it is the other address but for a final `/` and the port that the client named.
  fileprivate func isBut(_ other: String, portOf host: String) -> Bool {
    let bare = String(host.prefix { $0 != ":" })
    let plain =
      host == bare ? self : replacing("://\(host)", with: "://\(bare)", maxReplacements: 1)
    return plain == other || plain == other + "/"
  }
}
