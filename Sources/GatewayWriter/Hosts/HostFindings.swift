import Evidence
import Routing

extension HostRules {
  /// What is different about a host as a whole.
  func hostFindings(_ host: Host, hasCertificate: Bool) -> [Finding] {
    var findings: [Finding] = []
    if case .oneLabel(let domain) = host.pattern {
      findings.append(
        Finding(
          .wildcardMatchesDeeper, of: host.origin.object, at: host.origin.place,
          message: "*.\(domain)"))
    }
    if let root = host.routes.first(where: { $0.isServerLevel && $0.isOwnRedirect }) {
      findings.append(
        Finding(
          .appRootKeepsQuery, of: root.origin.object, at: root.origin.place,
          message: host.pattern.hostname ?? "every host"))
    }
    if let redirect = host.routes.first(where: \.isWholeHostRedirect) {
      findings.append(
        Finding(
          .wwwRedirectNamesPort, of: redirect.origin.object, at: redirect.origin.place,
          message: host.pattern.hostname ?? "every host"))
    }
    guard !hasCertificate, let route = host.routes.first(where: { $0.secureRedirect != nil })
    else { return findings }
    findings.append(
      Finding(
        .redirectWithoutCertificate, of: route.origin.object, at: route.origin.place,
        message: host.pattern.hostname ?? "every host"))
    return findings
  }
}

extension CanaryRules {
  /// What is to be said of the route's canary.
  func findings(_ host: Host) -> [Finding] {
    guard case .forward(let choice) = route.destination, let canary = choice.canary else {
      return []
    }
    var findings = spreadFindings(canary, host)
    if choice.branches.contains(where: { $0.conditions.contains(where: \.isCookie) }) {
      findings.append(
        Finding(.canaryCookieRepeated, of: canary.origin.object, at: canary.origin.place))
    }
    for branch in choice.branches {
      guard let problem = branch.conditions.compactMap({ SpokenCondition($0).problem }).first
      else { continue }
      let isSession = branch.conditions.contains { $0.isSession }
      findings.append(
        Finding(
          isSession ? .canarySessionNotCarriedOver : .canaryPatternNotPortable,
          of: canary.origin.object, at: canary.origin.place, message: problem))
    }
    return findings
  }

  private func spreadFindings(_ canary: CanaryOrigin, _ host: Host) -> [Finding] {
    guard !canary.namesPath, !route.isImplicit || route.owner != nil else { return [] }
    let path = "\(host.pattern.hostname ?? "*")\(route.path.text)"
    let rule: Rule =
      switch options.canaryScope {
      case .upstream: .canarySharedUpstream
      case .path: .canaryScopeLimited
      }
    return [
      Finding(
        rule, of: canary.origin.object, at: canary.origin.place,
        message: "\(path) of \(describe(route.origin)) uses \(canary.primary), too")
    ]
  }
}

extension Route {
  /// A redirect of a whole host to another name (`from-to-www-redirect`).
  fileprivate var isWholeHostRedirect: Bool {
    guard case .redirect = destination else { return false }
    return isServerLevel && !isImplicit
  }
}

extension Condition {
  fileprivate var isCookie: Bool {
    guard case .cookie = self else { return false }
    return true
  }

  fileprivate var isSession: Bool {
    guard case .session = self else { return false }
    return true
  }
}

extension PathMatch {
  /// The path as text, for people.
  var text: String {
    switch self {
    case .exact(let path), .prefix(let path), .text(let path): path
    case .pattern(let pattern): pattern.text
    }
  }
}

extension Rule {
  static let wildcardMatchesDeeper = Rule(
    "wildcard-matches-deeper", .warning, .changed,
    title: "The wildcard host takes more names than before",
    before: "ingress-nginx takes exactly one label for the *.",
    after: "Gateway API takes one or more: a.b.example.com also fits *.example.com.",
    remedy: "Check that no deeper name points at the gateway that must not be served.")
  static let appRootKeepsQuery = Rule(
    "app-root-keeps-query", .note, .changed,
    title: "The redirect from / to the app root keeps the query",
    before: "nginx leaves the query out.",
    after: "Envoy adds the query of the request.",
    remedy: "Nothing, unless the application minds.")
  static let wwwRedirectNamesPort = Rule(
    "www-redirect-names-port", .note, .changed,
    title: "The redirect between a host and its www name leaves out the port",
    before: "nginx names the port in the Location, :80 or :443, and drops one final slash.",
    after: "Envoy names no port and keeps the slash.",
    remedy: "Nothing; both addresses lead to the same place.")
  static let redirectWithoutCertificate = Rule(
    "redirect-without-certificate", .error, .changed,
    title: "Plain HTTP is redirected to https, and there is no certificate for the host",
    before: "ingress-nginx redirects, and serves https with its default certificate.",
    after: "They redirect, and no https listener answers.",
    remedy: "Give the host a TLS secret, or name one with --default-ssl-certificate.")
  static let canarySharedUpstream = Rule(
    "canary-shared-upstream", .warning, .equivalent,
    title: "The canary also takes requests of a path that it does not name",
    before:
      "A canary hangs on the Service and port of the main Ingress, whatever path leads there.",
    after: "They split those paths as well.",
    remedy: "Use --canary-scope path if only the annotated paths were meant.")
  static let canaryCookieRepeated = Rule(
    "canary-cookie-repeated", .note, .changed,
    title: "A canary cookie that is sent twice is read differently",
    before: "nginx takes the first cookie of the name.",
    after: "Any of them counts, always before never; several Cookie lines are one value to Envoy.",
    remedy: "Nothing, unless clients send the cookie for several paths or domains at once.")
  static let canaryScopeLimited = Rule(
    "canary-scope-limited", .warning, .changed,
    title: "The canary no longer reaches a path that it does not name",
    before:
      "A canary hangs on the Service and port of the main Ingress, whatever path leads there.",
    after: "--canary-scope path leaves this path to the primary.",
    remedy: "Nothing, if only the annotated paths were meant.")
  static let canaryPatternNotPortable = Rule(
    "canary-pattern-not-portable", .error, .lost,
    title: "The canary's header pattern cannot be used by Envoy",
    before: "nginx matches it with PCRE.",
    after: "Requests with the header are treated like those without it.",
    remedy: "Write the pattern without the named construct.")
  static let canarySessionNotCarriedOver = Rule(
    "canary-session-not-carried-over", .warning, .lost,
    title: "Clients no longer stay on the canary or the primary",
    before:
      "The session cookie keeps clients on the side that issued it, before header and weight.",
    after: "Header, cookie and weight decide each request anew.",
    remedy: "Use a header or cookie rule to keep clients on one side.")
}
