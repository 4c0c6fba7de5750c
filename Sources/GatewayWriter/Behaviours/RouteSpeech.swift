import Evidence
import GatewayAPI
import Routing

/// What the behaviours of one route become on one side of a host.
struct RouteSpeech {
  var requestHeaders = HTTPRoute.HeaderModifier()
  var responseHeaders = HTTPRoute.HeaderModifier()
  var cors: HTTPRoute.CORS?
  var rewrite: HTTPRoute.URLRewrite?
  var mirrors: [HTTPRoute.RequestMirror] = []
  /// A redirect that answers before anything else does; the rule has no backend then.
  var redirect: HTTPRoute.RequestRedirect?
  var timeouts: HTTPRoute.Timeouts?
  /// What an EnvoyFilter changes, where nothing else can say it.
  var patches: [RoutePatch] = []
  /// What is asked of requests before they come here.
  var guards: [Guard] = []
  /// Protection that is lost and that nobody accepted: the rule has no backend then.
  var closedBy: Set<Protection> = []
  /// The settings that are said.
  var said: Set<Topic> = []
  /// The settings that are lost, and why: one sentence, or nothing.
  var lost: [Topic: String] = [:]
  var findings: [Finding] = []

  /// The filters of the rule, in the order in which people expect them.
  var filters: [HTTPRoute.Filter] {
    var filters: [HTTPRoute.Filter] = []
    if let cors { filters.append(.cors(cors)) }
    if requestHeaders != HTTPRoute.HeaderModifier() {
      filters.append(.requestHeaderModifier(requestHeaders))
    }
    if responseHeaders != HTTPRoute.HeaderModifier() {
      filters.append(.responseHeaderModifier(responseHeaders))
    }
    if let rewrite { filters.append(.urlRewrite(rewrite)) }
    if let redirect { filters.append(.requestRedirect(redirect)) }
    return filters + mirrors.map { .requestMirror($0) }
  }

  /// Whether no request may reach a backend.
  var isClosed: Bool { !closedBy.isEmpty }
}
