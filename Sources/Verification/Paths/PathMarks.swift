import Automata
import Routing
import Tracing

/// What tells paths apart although no route does: where rewrites cut, and a final `/`.
struct PathMarks {
  enum Mark {
    case exact(String)
    case beginning(String)
    case language(Expression, isFound: Bool)
    case finalSlash
  }

  /// The marks of one rewrite by captures.
  struct Captures: Hashable {
    /// The mark that says whether the pattern is found at all; nil where that is not known.
    var found: Int?
    /// The mark of each branch, in the order in which they are tried; nil where the pattern does
    /// not come apart.
    var branches: [Int]?
  }

  private(set) var marks: [Mark] = []
  private(set) var captures: [String: Captures] = [:]
  private(set) var branches: [String: [CaptureBranch]] = [:]
  /// The mark of paths that end with `/`; nil where that does not matter.
  private(set) var finalSlash: Int?
  /// The mark of paths with capital letters; nil where they are not told apart.
  private(set) var capitals: Int?
  private var endsMatter = false
  private var substitutions: Set<String> = []
  /// Whether anything is made of paths, so that one of them may not tell of all.
  var areThere: Bool { !marks.isEmpty || makesPaths }
  private var makesPaths = false
  /// Whether single samples would not do.
  var needsSamples: Bool { captures.values.contains { $0.branches == nil } }

  init(_ landings: Landing?...) {
    for landing in landings.compactMap({ $0 }) {
      for route in landing.host.routes { add(route) }
      for behaviour in landing.host.behaviours { add(behaviour, .prefix("/")) }
      for test in landing.authorization.tests { add(test) }
    }
    if endsMatter {
      finalSlash = marks.count
      marks.append(.finalSlash)
    }
  }

  /// Tells paths with capital letters from those without.
  mutating func tellLetterCaseApart() {
    guard let capital = try? ExpressionParser.parse("[A-Z]", isCaseless: false) else { return }
    capitals = marks.count
    marks.append(.language(capital, isFound: true))
  }

  /// Paths that a policy looks at.
  private mutating func add(_ test: RequestTest) {
    switch test {
    case .all(let tests), .any(let tests): for test in tests { add(test) }
    case .not(let test): add(test)
    case .path(let match):
      if let expression = match.expression { marks.append(.language(expression, isFound: false)) }
    case .peerAddress, .clientAddress, .host, .method, .header, .serverName, .port, .certificate,
      .live:
      break
    }
  }

  private mutating func add(_ route: Route) {
    for behaviour in route.behaviours { add(behaviour, route.path) }
    if case .redirect(let redirect) = route.destination { add(redirect, route.path) }
  }

  private mutating func add(_ behaviour: Behaviour, _ path: PathMatch) {
    if case .redirect(let redirect) = behaviour { add(redirect, path) }
    if case .secureRedirect(let redirect) = behaviour { add(redirect, path) }
    if case .rewritePath(let rewrite) = behaviour { add(rewrite, path) }
    if case .mirror = behaviour { makesPaths = true }
  }

  private mutating func add(_ redirect: Redirect, _ path: PathMatch) {
    guard case .parts(let parts) = redirect.target else { return }
    if parts.dropsFinalSlash { endsMatter = true }
    if let rewrite = parts.path { add(rewrite, path) }
  }

  private mutating func add(_ rewrite: PathRewrite, _ path: PathMatch) {
    makesPaths = true
    switch rewrite {
    case .full: break
    case .prefix: addCut(path)
    case .captures(let pattern, _): addCaptures(pattern)
    case .substitution(let pattern, _):
      endsMatter = true
      addFound(pattern)
    }
  }

  /// Whether a `/` follows the part that a prefix rewrite replaces.
  private mutating func addCut(_ path: PathMatch) {
    switch path {
    case .prefix(let text), .text(let text):
      let bare = text.hasSuffix("/") ? String(text.dropLast()) : text
      marks += [.exact(bare), .beginning(bare + "/")]
    case .exact, .pattern: break
    }
  }

  /// Whether a substitution finds anything.
  private mutating func addFound(_ pattern: String) {
    guard substitutions.insert(pattern).inserted,
      let expression = try? ExpressionParser.parse(pattern, isCaseless: false)
    else { return }
    marks.append(.language(expression, isFound: true))
  }

  private mutating func addCaptures(_ pattern: String) {
    guard captures[pattern] == nil else { return }
    var known = Captures()
    if let whole = try? ExpressionParser.parse(pattern, isCaseless: true) {
      known.found = marks.count
      marks.append(.language(whole, isFound: true))
      if let parts = CaptureBranch.branches(of: whole) {
        branches[pattern] = parts
        known.branches = parts.indices.map { marks.count + $0 }
        marks += parts.map { .language($0.language, isFound: false) }
      }
    }
    captures[pattern] = known
  }
}
