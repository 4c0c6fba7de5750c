import Routing

/// What some routes look at in requests, beside host and path.
struct Looks {
  private(set) var methods: Set<String> = []
  /// The conditions on each header, by its lower-case name; cookies are conditions on `cookie`.
  private(set) var headers: [String: Set<HeaderLook>] = [:]
  private(set) var queries: [String: Set<ValueMatch>] = [:]
  private(set) var sessions: Set<String> = []
  private(set) var addresses: Set<String> = []
  private(set) var bodyLimits: Set<Int> = []
  /// Headers that change what is answered, not only which route answers.
  private(set) var answering: Set<String> = []
  /// Whether the query, or its absence, can show in the answer.
  private(set) var showsQuery = false
  private(set) var hasCORS = false

  init(_ routes: [Route], _ behaviours: [Behaviour]) {
    for route in routes {
      for condition in route.conditions { add(condition) }
      for behaviour in route.behaviours { add(behaviour) }
      add(route.destination)
    }
    for behaviour in behaviours { add(behaviour) }
  }

  private mutating func add(_ destination: Destination) {
    switch destination {
    case .forward(let choice):
      for condition in choice.branches.flatMap(\.conditions) { add(condition) }
    case .redirect(let redirect): add(redirect)
    case .respond: break
    }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .method(let method): methods.insert(method)
    case .header(let name, let match):
      headers[name.lowercased(), default: []].insert(.value(match))
    case .query(let name, let match): queries[name, default: []].insert(match)
    case .cookie(let name, let value):
      headers["cookie", default: []].insert(.cookie(name: name, value: value))
    case .session(let backend): sessions.insert(backend.description)
    }
  }

  private mutating func add(_ redirect: Redirect) {
    showsQuery = true
    guard case .literal(let text) = redirect.target else { return }
    showsQuery = text.contains("$") || showsQuery
  }

  private mutating func add(_ behaviour: Behaviour) {
    switch behaviour {
    case .cors(let cors): add(cors)
    case .redirect(let redirect), .secureRedirect(let redirect): add(redirect)
    case .rewritePath, .mirror: showsQuery = true
    case .refuse(_, let conditions):
      for condition in conditions {
        add(condition)
        if case .header(let name, _) = condition { answering.insert(name.lowercased()) }
        if case .cookie = condition { answering.insert("cookie") }
      }
    case .access(let access):
      addresses.formUnion(access.addresses.denied + access.addresses.allowed)
    case .snippet: showsQuery = true
    case .sessionCookie(let cookie):
      answering.insert("cookie")
      if let backend = cookie.silentBackend { sessions.insert(backend.description) }
    case .bodyLimit(let limit): bodyLimits.insert(limit)
    case .rewriteHost, .clientCertificate, .noTime, .rateLimit, .upstreamProtocol,
      .responseRewrite, .requestHeaders, .forwardedPrefix, .responseHeaders, .errorPages, .depends:
      break
    }
  }

  /// Envoy takes a request for a preflight only if it names an origin and a method, and may say back
  /// what it asks for; an empty value counts as none.
  private mutating func add(_ cors: CORS) {
    hasCORS = true
    let names = ["origin", "access-control-request-method", "access-control-request-headers"]
    for name in names {
      answering.insert(name)
      headers[name, default: []].insert(.value(.whole(".+")))
    }
    if case .matching(let pattern) = cors.origins {
      headers["origin", default: []].insert(.origin(pattern))
    }
  }
}

/// One way to look at a header's value.
enum HeaderLook: Hashable {
  case value(ValueMatch)
  case cookie(name: String, value: String)
  /// The origins of CORS: a pattern, ignoring case for nginx, over the whole value for Envoy.
  case origin(String)
}
