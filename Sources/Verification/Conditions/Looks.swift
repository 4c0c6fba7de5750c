import Automata
import Routing
import Tracing

/// What some routes look at in requests, beside host and path.
struct Looks {
  private(set) var methods: Set<String> = []
  /// The conditions on each header, by its lower-case name; cookies are conditions on `cookie`.
  private(set) var headers: [String: Set<HeaderLook>] = [:]
  private(set) var queries: [String: Set<ValueMatch>] = [:]
  private(set) var sessions: Set<String> = []
  private(set) var addresses: Set<String> = []
  /// What asks for user names and passwords, each once.
  private(set) var credentials: [Credentials] = []
  /// Headers that change what is answered, not only which route answers.
  private(set) var answering: Set<String> = []
  /// Whether the query, or its absence, can show in the answer.
  private(set) var showsQuery = false
  private(set) var hasCORS = false
  /// Whether the method shows in the answer.
  private(set) var showsMethod = false
  /// Whether the client's certificate shows in the answer.
  private(set) var showsCertificate = false
  /// The authentication services that may be asked.
  private(set) var services: Set<String> = []
  /// Whether clients may be sent to sign in.
  private(set) var hasSignIn = false
  /// Answers of backends that are changed or replaced on their way to the client.
  var backendAnswers: [WorldAnswer] { changedAnswers + pages.answers }
  private var changedAnswers: [WorldAnswer] = []
  private var pages = StatusClasses()
  /// Whether no condition of a route or branch looks at more than the path.
  private(set) var isPlain = true

  /// Whether requests to https are redirected nowhere for their scheme.
  private let isSecure: Bool

  /// What some routes of each side, by their places, look at in requests of a scheme.
  init(
    _ sides: Sides, _ before: [Int], _ after: [Int], _ reference: [Int], _ scheme: Request.Scheme
  ) {
    isSecure = scheme == .https
    add(sides.before, before)
    add(sides.after, after)
    if let side = sides.reference { add(side, reference) }
  }

  private mutating func add(_ side: Side, _ places: [Int]) {
    let routes = places.map { side.routes[$0] }
    for route in routes {
      for condition in route.conditions { addChoosing(condition) }
      for behaviour in route.behaviours { add(behaviour) }
      add(route.destination)
    }
    for behaviour in side.behaviours { add(behaviour) }
    guard let landing = side.landing else { return }
    if landing.demand != nil { showsCertificate = true }
    for test in landing.authorization.tests { add(test) }
    services.formUnion(landing.authorization.checks.map(\.provider))
  }

  private mutating func add(_ destination: Destination) {
    switch destination {
    case .forward(let choice):
      for condition in choice.branches.flatMap(\.conditions) { addChoosing(condition) }
    case .redirect(let redirect): add(redirect)
    case .respond: break
    }
  }

  private mutating func addChoosing(_ condition: Condition) {
    isPlain = false
    add(condition)
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
    case .redirect(let redirect): add(redirect)
    case .secureRedirect(let redirect): if !isSecure { add(redirect) }
    case .rewritePath, .mirror: showsQuery = true
    case .refuse(_, let conditions):
      for condition in conditions {
        add(condition)
        if case .header(let name, _) = condition { answering.insert(name.lowercased()) }
        if case .cookie = condition { answering.insert("cookie") }
      }
    case .access(let access):
      addresses.formUnion(access.addresses.denied + access.addresses.allowed)
      if let asked = access.credentials, !credentials.contains(asked) { credentials.append(asked) }
      if let service = access.external { add(service) }
    case .signIn: addSignIn()
    case .snippet(let snippet):
      showsQuery = true
      addresses.formUnion(snippet.addresses)
    case .sessionCookie(let cookie):
      answering.insert("cookie")
      if let backend = cookie.silentBackend { sessions.insert(backend.description) }
    case .clientCertificate: showsCertificate = isSecure
    case .responseRewrite(let rewrite):
      let answer = rewrite.changedAnswer
      if !changedAnswers.contains(answer) { changedAnswers.append(answer) }
    case .errorPages(let pages): self.pages.add(pages.statuses)
    case .rewriteHost, .noTime, .bodyLimit, .rateLimit, .upstreamProtocol, .requestHeaders,
      .forwardedPrefix, .responseHeaders, .depends:
      break
    }
  }

  private mutating func add(_ service: ExternalAuthentication) {
    services.insert(service.url)
    if service.signInPage != nil { addSignIn() }
  }

  private mutating func addSignIn() {
    hasSignIn = true
    showsQuery = true
  }

  private mutating func add(_ test: RequestTest) {
    switch test {
    case .all(let tests), .any(let tests): for test in tests { add(test) }
    case .not(let test): add(test)
    case .peerAddress(let range), .clientAddress(let range): addresses.insert(range)
    case .method(let match):
      showsMethod = true
      methods.formUnion(match.words)
    case .header(let name, let match):
      headers[name.lowercased(), default: []].insert(.text(match))
      answering.insert(name.lowercased())
    case .host, .path, .serverName, .port, .certificate, .live: break
    }
  }

  /// Envoy takes a request for a preflight only if it names an origin and a method, and may say back
  /// what it asks for; an empty value counts as none.
  private mutating func add(_ cors: CORS) {
    hasCORS = true
    showsMethod = true
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

extension Snippet {
  /// The client addresses that its lines let in or keep out.
  fileprivate var addresses: [String] {
    directives.filter { ["allow", "deny"].contains($0.name) }
      .compactMap(\.arguments.first).filter { $0 != "all" }
  }
}

extension ResponseRewrite {
  /// An answer of which each part that it looks at is changed, and one part of each that is not.
  fileprivate var changedAnswer: WorldAnswer {
    var headers: [Header] = []
    if let location {
      headers += [
        Header("Location", location.from + "x"), Header("Refresh", "5; URL=" + location.from),
      ]
    }
    if cookieDomain != nil || cookiePath != nil {
      let attributes =
        (cookieDomain.map { ["Domain=" + $0.from] } ?? [])
        + (cookiePath.map { ["Path=" + $0.from + "x"] } ?? [])
      headers += [
        Header("Set-Cookie", "a=b; " + attributes.joined(separator: "; ")),
        Header("Set-Cookie", "c=d; Domain=other.invalid; Path=other"),
      ]
    }
    return WorldAnswer(status: location == nil ? 200 : 302, headers: headers)
  }
}
