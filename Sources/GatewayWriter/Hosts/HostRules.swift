import Evidence
import GatewayAPI
import Routing

/// Says the routes of one host as rules.
struct HostRules {
  /// The two ports of a host.
  enum Side {
    case http
    case https
  }

  private let host: Host
  /// Every location with its path, in the order in which they are tried.
  let routes: [SpokenRoute]
  private let options: WriteOptions
  /// What cannot be said, or is said differently.
  private(set) var findings: [Finding] = []
  /// What the routes do beside choosing a backend, on each side.
  private let speeches: [Side: [RouteSpeech]]
  /// What is asked of requests for the host.
  let policies: [PlannedPolicy]

  init(host: Host, context: SpeechContext, hasCertificate: Bool, isPassedThrough: Bool) {
    self.host = host
    options = context.options
    let speaker = PathSpeaker(host, stripsPrefixes: !context.options.allowsEnvoyFilter)
    routes = speaker.routes
    let sides: [Side] = hasCertificate ? [.http, .https] : [.http]
    let spoken = sides.reduce(into: [:]) { speeches, side in
      speeches[side] = speaker.routes.map { RouteSpeaker($0, of: host, side, context).speech }
    }
    let guarded = GuardedHost(host, routes, spoken, context)
    speeches = guarded.speeches
    policies = guarded.policies
    findings += speaker.findings + guarded.findings
    for route in routes { findings += CanaryRules(route.route, options).findings(host) }
    findings += hostFindings(host, hasCertificate: hasCertificate || isPassedThrough)
    for side in sides { findings += speeches[side]?.flatMap(\.findings) ?? [] }
  }

  /// Whether some rule puts headers on answers.
  var setsAnswerHeaders: Bool {
    speeches.values.contains { $0.contains { !$0.answerFilters.isEmpty } }
  }

  /// Notes what becomes of the settings behind the routes.
  func note(in ledger: inout Ledger) {
    for side in [Side.http, .https] {
      for (spoken, speech) in zip(routes, speeches[side] ?? []) {
        ledger.note(speech, of: spoken.route.origin.object)
        // A canary has settings of its own about how its Service is reached.
        for topic in [Topic.hash, .canarySession] where speech.said.contains(topic) {
          ledger.say(topic, of: spoken.route.canaryObject)
        }
      }
    }
  }

  /// The rule groups of one side, in the order in which they have to be tried.
  func groups(_ side: Side) -> [RuleGroup] {
    switch side {
    case .http: redirectsEverything ? redirectGroups : spoken(.http) { _ in true }
    case .https: spoken(.https) { _ in true }
    }
  }

  /// The groups of the routes on one side that fit, in order.
  private func spoken(_ side: Side, where fits: (SpokenRoute) -> Bool) -> [RuleGroup] {
    zip(routes, speeches[side] ?? []).compactMap { spoken, speech in
      fits(spoken) ? whole(spoken, speech, side) : nil
    }
  }

  /// The group of a route, with the single paths that a snippet answers first.
  private func whole(_ spoken: SpokenRoute, _ speech: RouteSpeech, _ side: Side) -> RuleGroup? {
    let group = group(spoken, speech, side)
    guard !speech.answered.isEmpty, let owner = spoken.route.owner else { return group }
    let comments = options.writesProvenance ? ["snippet: \(describe(spoken.route.origin))"] : []
    let rules = speech.answered.map { answered in
      HTTPRoute.Rule(
        matches: [HTTPRoute.Match(path: HTTPRoute.Path(.exact, answered.path))],
        filters: (answered.isOfLocation ? speech.answerFilters : [])
          + (answered.redirect.map { [.requestRedirect($0)] } ?? []), comments: comments)
    }
    var whole = group ?? RuleGroup(owner: owner, origin: spoken.route.origin, rules: [])
    whole.rules = rules + whole.rules
    return whole
  }

  /// Whether every path, also the one that nobody asked for, is sent to https in the same way.
  private var redirectsEverything: Bool {
    let asked = zip(routes, speeches[.http] ?? []).filter { !$0.0.route.isOwnRedirect }
    guard let first = asked.first?.1.earlyFilters else { return false }
    return asked.allSatisfy { spoken, speech in
      spoken.route.secureRedirect != nil && !speech.answersFirst && speech.corsCondition == nil
        && speech.answered.isEmpty
        && speech.earlyFilters == first
    }
  }

  /// One redirect for the whole host, after the redirects that nginx makes before it.
  private var redirectGroups: [RuleGroup] {
    guard let last = routes.lastIndex(where: { !$0.route.isOwnRedirect }),
      let redirect = routes[last].route.secureRedirect, let speech = speeches[.http]?[last]
    else { return [] }
    let slashes = spoken(.http) { $0.route.isOwnRedirect }
    let whole = SpokenRoute(route: routes[last].route, path: HTTPRoute.Path(.pathPrefix, "/"))
    return slashes + [redirectGroup(whole, speech, redirect)].compactMap { $0 }
  }

  private func group(_ spoken: SpokenRoute, _ speech: RouteSpeech, _ side: Side) -> RuleGroup? {
    let route = spoken.route
    if side == .http, !speech.answersFirst, let redirect = route.secureRedirect {
      return redirectGroup(spoken, speech, redirect)
    }
    guard let owner = route.owner, let path = spoken.path else { return nil }
    let comments = options.writesProvenance ? [describe(route.origin)] : []
    let plain = HTTPRoute.Rule(matches: [HTTPRoute.Match(path: path)], comments: comments)
    let rules: [HTTPRoute.Rule]
    var patches: [RoutePatch] = []
    switch route.destination {
    case _ where speech.redirect != nil:
      rules = [plain].saying(speech)
    case _ where speech.isAnswered, .forward where speech.isClosed:
      rules = [plain.refusing(speech)]
    case .forward(let choice):
      rules = CanaryRules(route, options).rules(choice, path, owner.namespace, comments)
        .saying(speech)
      patches = speech.patches
    case .redirect(let redirect):
      rules = [redirectRule(redirect, path, comments)].saying(speech)
    case .respond(let status):
      guard status != 404 || !route.isImplicit else { return nil }
      rules = [plain.refusing(speech)]
    }
    var group = RuleGroup(owner: owner, origin: route.origin, rules: rules, patches: patches)
    if case .forward(let choice) = route.destination { group.canary = choice.canary }
    return group
  }

  /// The redirect to https, with what nginx does before it.
  private func redirectGroup(
    _ spoken: SpokenRoute, _ speech: RouteSpeech, _ redirect: Redirect
  ) -> RuleGroup? {
    guard let owner = spoken.route.owner, let path = spoken.path else { return nil }
    let comments = options.writesProvenance ? ["to https: \(describe(spoken.route.origin))"] : []
    var early = RouteSpeech()
    (early.cors, early.corsCondition) = (speech.cors, speech.corsCondition)
    early.responseHeaders = speech.responseHeaders
    return RuleGroup(
      owner: owner, origin: spoken.route.origin,
      rules: [redirectRule(redirect, path, comments)].saying(early), isSecureRedirect: true)
  }

  private func redirectRule(
    _ redirect: Redirect, _ path: HTTPRoute.Path, _ comments: [String]
  ) -> HTTPRoute.Rule {
    HTTPRoute.Rule(
      matches: [HTTPRoute.Match(path: path)],
      filters: [.requestRedirect(HTTPRoute.RequestRedirect(redirect))], comments: comments)
  }
}

extension HTTPRoute.RequestRedirect {
  /// The parts that a filter can say; the rest keeps the request's.
  fileprivate init(_ redirect: Redirect) {
    self.init(statusCode: redirect.status)
    guard case .parts(let parts) = redirect.target else { return }
    scheme = parts.scheme
    hostname = parts.host
    if case .full(let path) = parts.path { self.path = .replaceFullPath(path) }
  }
}
