import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// Says what one route does to requests beside choosing a backend: a file here for each behaviour.
struct RouteSpeaker {
  let host: Host
  let route: Route
  /// How the rule matches the path; nil where it cannot be said.
  let path: HTTPRoute.Path?
  let side: HostRules.Side
  let context: SpeechContext
  var speech: RouteSpeech

  init(
    _ spoken: SpokenRoute, of host: Host, _ side: HostRules.Side, _ context: SpeechContext
  ) {
    self.init(spoken, of: host, side, context, after: RouteSpeech())
    sayListenerHeaders()
    sayCiphers()
    sayNoService()
    sayPlainAnswers()
    sayStandIn()
    for behaviour in host.behaviours + route.behaviours { say(behaviour) }
    sayBackends()
    sayPatience()
  }

  /// Goes on with what is said already.
  init(
    _ spoken: SpokenRoute, of host: Host, _ side: HostRules.Side, _ context: SpeechContext,
    after speech: RouteSpeech
  ) {
    self.host = host
    route = spoken.route
    path = spoken.path
    self.side = side
    self.context = context
    self.speech = speech
  }

  /// Each behaviour is said, or lost with what it costs.
  private mutating func say(_ behaviour: Behaviour) {
    switch behaviour {
    case .cors(let cors): sayCORS(cors)
    case .redirect(let redirect): sayRedirect(redirect)
    case .secureRedirect: break
    case .rewritePath(let rewrite): sayRewrite(rewrite)
    case .rewriteHost(let host): sayUpstreamHost(host)
    case .refuse(let status, let conditions): sayRefusal(status, conditions)
    case .clientCertificate(let check): sayClientCertificate(check)
    case .noTime: lose(.idleTimeout)
    case .bodyLimit(let bytes): sayBodyLimit(bytes)
    case .access(let access): sayAccess(access)
    case .rateLimit(let limit): sayRateLimit(limit)
    case .snippet(let snippet): saySnippet(snippet)
    case .mirror(let mirror): sayMirror(mirror)
    case .upstreamProtocol: break
    case .responseRewrite(let rewrite): sayAnswers(rewrite)
    case .requestHeaders(let change): sayRequestHeaders(change)
    case .forwardedPrefix(let prefix): sayForwardedPrefix(prefix)
    case .responseHeaders(let change): sayResponseHeaders(change)
    case .errorPages(let pages): sayErrorPages(pages)
    case .sessionCookie: break
    case .signIn: lose(.authSignIn)
    case .depends: close(.firewall)
    }
  }
}

extension RouteSpeaker {
  /// Notes that the settings of a topic are carried over.
  mutating func said(_ topics: Topic...) { speech.said.formUnion(topics) }

  /// Notes that the settings of a topic are lost.
  mutating func lose(_ topic: Topic, because reason: String = "") {
    speech.lost[topic] = speech.lost[topic] ?? reason
  }

  /// Notes what is different, at what somebody wrote about a topic.
  mutating func find(_ rule: Rule, about topic: Topic, _ message: String = "") {
    let object = route.origin.object
    let cause = context.settings.deciding(topic, of: object).first?.origin
    let finding = Finding(
      rule, of: object, at: cause?.place ?? route.origin.place, field: cause?.part ?? "",
      message: message)
    if !speech.findings.contains(finding) { speech.findings.append(finding) }
  }

  /// Closes the route because protection is lost, unless somebody accepts that.
  ///
  /// The reason is the particulars, one sentence, or nothing.
  mutating func close(_ protection: Protection, because reason: String = "") {
    let object = route.origin.object
    for topic in protection.topics { said(topic) }
    let isAccepted = context.options.accepts(protection.rule.code, of: object)
    if !isAccepted {
      speech.closedBy.insert(protection)
      speech.guards = [.closed]
    }
    let written = protection.topics.flatMap { context.settings.deciding($0, of: object) }
    let causes = written.isEmpty ? [nil] : written.map(Optional.some)
    for cause in causes {
      speech.findings.append(
        Finding(
          protection.rule, of: object, at: cause?.origin.place ?? route.origin.place,
          field: cause?.origin.part ?? "", severity: isAccepted ? .note : nil, message: reason,
          before: cause.map { "ingress-nginx \($0.meaning)." },
          after: isAccepted ? "They let requests through that ingress-nginx refuses." : nil,
          remedy: isAccepted ? "Nothing: it is accepted." : nil))
    }
  }
}

/// What holds for every route that is said.
struct SpeechContext {
  let options: WriteOptions
  let settings: Settings
  /// Headers on every answer over https.
  let secureHeaders: [Header]
  let backends: BackendContext
  let names: GatewayNames
  let authorities: ClientAuthorities

  init(_ site: Site, _ options: WriteOptions, _ backends: BackendContext) {
    self.backends = backends
    self.options = options
    settings = site.settings
    names = GatewayNames(site, options)
    authorities = ClientAuthorities(site, options)
    secureHeaders = site.listeners.first { $0.port == 443 }?.responseHeaders ?? []
  }
}

extension WriteOptions {
  /// Whether somebody decided to live with a finding about an object.
  func accepts(_ code: String, of object: ObjectReference?) -> Bool {
    accepted.contains { acceptance in
      guard acceptance.code == code else { return false }
      guard let name = acceptance.object else { return true }
      return object?.namespace == name.namespace && object?.name == name.name
    }
  }
}
