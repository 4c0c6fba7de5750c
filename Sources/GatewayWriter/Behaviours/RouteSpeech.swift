import Evidence
import GatewayAPI
import Routing

/// What the behaviours of one route become on one side of a host.
struct RouteSpeech {
  var requestHeaders = HTTPRoute.HeaderModifier()
  var responseHeaders = HTTPRoute.HeaderModifier()
  var cors: HTTPRoute.CORS?
  /// The requests that get the CORS filter, nil for all; the others get the rule without it.
  var corsCondition: HTTPRoute.Value?
  var rewrite: HTTPRoute.URLRewrite?
  var mirrors: [HTTPRoute.RequestMirror] = []
  /// A redirect that answers before anything else does; the rule has no backend then.
  var redirect: HTTPRoute.RequestRedirect?
  /// Whether nginx answers by itself what no filter can say; the rule has no backend then.
  var isAnswered = false
  /// Single paths that a snippet answers before the rule.
  var answered: [AnsweredPath] = []
  /// What an EnvoyFilter changes, where nothing else can say it.
  var patches: [RoutePatch] = []
  /// What is asked of requests before they come here.
  var guards: [Guard] = []
  /// Protection that is lost and that nobody accepted: the rule has no backend then.
  var closedBy: Set<Protection> = []
  /// Whether ingress-nginx itself refuses every request, before anything else.
  var refusesAll = false
  /// The settings that are said.
  var said: Set<Topic> = []
  /// The settings that are lost, and why: one sentence, or nothing.
  var lost: [Topic: String] = [:]
  var findings: [Finding] = []

  /// The filters of the rule, in the order in which people expect them.
  var filters: [HTTPRoute.Filter] {
    if let redirect { return earlyFilters + [.requestRedirect(redirect)] }
    var filters: [HTTPRoute.Filter] = []
    if let cors { filters.append(.cors(cors)) }
    if requestHeaders != HTTPRoute.HeaderModifier() {
      filters.append(.requestHeaderModifier(requestHeaders))
    }
    if responseHeaders != HTTPRoute.HeaderModifier() {
      filters.append(.responseHeaderModifier(responseHeaders))
    }
    if let rewrite { filters.append(.urlRewrite(rewrite)) }
    return filters + mirrors.map { .requestMirror($0) }
  }

  /// The filters that count where the rule redirects: they come before in nginx, too.
  var earlyFilters: [HTTPRoute.Filter] { (cors.map { [.cors($0)] } ?? []) + answerFilters }

  /// The filters of a rule that refuses every request.
  var answerFilters: [HTTPRoute.Filter] {
    responseHeaders == HTTPRoute.HeaderModifier()
      ? [] : [.responseHeaderModifier(responseHeaders)]
  }

  /// The same without CORS.
  var withoutCORS: RouteSpeech {
    var speech = self
    speech.cors = nil
    return speech
  }

  /// Whether nginx answers before it sends plain HTTP to https.
  var answersFirst: Bool { redirect != nil || isAnswered }

  /// Whether no request may reach a backend.
  var isClosed: Bool { refusesAll || !closedBy.isEmpty }
}
