import Patterns
import Routing

/// The regular expressions of a site, compiled once; one that does not compile fits nothing.
struct Expressions: Sendable {
  private struct Key: Hashable {
    var source: String
    var options: Pattern.Options
  }

  private var patterns: [Key: Pattern?] = [:]

  /// Compiles everything that a site's routes will be asked for.
  init(_ site: Site) {
    for test in site.authorizations.flatMap(\.tests) { add(test) }
    for listener in site.listeners {
      for host in listener.hosts {
        for route in host.routes { add(route) }
        for behaviour in host.behaviours { add(behaviour) }
      }
    }
  }

  func found(_ source: String, in bytes: [UInt8], _ options: Pattern.Options) -> Bool {
    pattern(source, options)?.matches(bytes) ?? false
  }

  func firstMatch(of source: String, in bytes: [UInt8], _ options: Pattern.Options) -> Match? {
    pattern(source, options)?.firstMatch(in: bytes)
  }

  /// A pattern of the site; one that was not prepared is compiled on the spot.
  func pattern(_ source: String, _ options: Pattern.Options) -> Pattern? {
    patterns[Key(source: source, options: options)] ?? (try? Pattern(source, options))
  }

  private mutating func add(_ route: Route) {
    if case .pattern(let pattern) = route.path { add(pattern.source, pattern.options) }
    for condition in route.conditions { add(condition) }
    for behaviour in route.behaviours { add(behaviour) }
    guard case .forward(let choice) = route.destination else { return }
    for condition in choice.branches.flatMap(\.conditions) { add(condition) }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .header(_, let match), .query(_, let match):
      if let (source, options) = match.expression { add(source, options) }
    case .method, .cookie, .session: break
    }
  }

  private mutating func add(_ test: RequestTest) {
    switch test {
    case .all(let tests), .any(let tests): for test in tests { add(test) }
    case .not(let test): add(test)
    case .host(let match), .path(let match), .method(let match), .serverName(let match),
      .header(_, let match):
      if case .whole(let text) = match { add(text, [.re2, .whole]) }
    case .peerAddress, .clientAddress, .port, .certificate, .live: break
    }
  }

  private mutating func add(_ behaviour: Behaviour) {
    if case .refuse(_, let conditions) = behaviour {
      for condition in conditions { add(condition) }
    }
    guard case .rewritePath(let rewrite) = behaviour else { return }
    switch rewrite {
    case .captures(let pattern, _): add(pattern, .caseless)
    case .substitution(let pattern, _): add(pattern, .re2)
    case .full, .prefix: break
    }
  }

  private mutating func add(_ source: String, _ options: Pattern.Options) {
    let key = Key(source: source, options: options)
    if patterns[key] == nil { patterns.updateValue(try? Pattern(source, options), forKey: key) }
  }
}

extension PathPattern {
  /// The expression with the anchor that nginx puts in front.
  var source: String {
    switch extent {
    case .start: "^" + text
    case .whole: text
    }
  }

  /// How the expression is applied.
  var options: Pattern.Options {
    switch extent {
    case .start: .caseless
    case .whole: [.re2, .whole]
    }
  }
}

extension ValueMatch {
  /// The expression and how it is applied; nil for a plain comparison.
  var expression: (source: String, options: Pattern.Options)? {
    switch self {
    case .present, .exact: nil
    case .found(let pattern): (pattern, [])
    case .whole(let pattern): (pattern, [.re2, .whole])
    }
  }
}
