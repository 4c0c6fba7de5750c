import Patterns
import Routing

/// What the author of a path and of its rewrite evidently meant.
struct PathShape {
  /// `exact` or `prefix`, or a `pattern` that fits the whole path.
  var path: PathMatch
  /// The rewrite that takes the place of the route's; nil keeps it.
  var rewrite: PathRewrite?
  /// Whether it takes the path without a final `/`, which was not taken.
  var takesMore = false

  /// Reads a route whose path is a regular expression; nil where no form says it.
  init?(_ route: Route) {
    guard case .pattern(let pattern) = route.path, pattern.extent == .start else { return nil }
    let target = route.rewriteTarget
    if !route.tellsGroups,
      let shape = Self.literal(route, target) ?? Self.tailed(pattern.text, target)
        ?? Self.identity(pattern.text, target)
    {
      self = shape
      return
    }
    path = .pattern(PathPattern(plainExpression(pattern.text), .whole))
  }

  private init(_ path: PathMatch, _ rewrite: PathRewrite?, takesMore: Bool = false) {
    self.path = path
    self.rewrite = rewrite
    self.takesMore = takesMore
  }

  /// A path without operators: a regular expression only because of its rewrite, or of a neighbour.
  private static func literal(_ route: Route, _ target: String?) -> PathShape? {
    let fixed = target.map { $0.withoutGroups }
    switch route.written {
    case .exact(let text)?:
      guard let path = GatewayWriter.literal(text[...]) else { return nil }
      return PathShape(.exact(path), fixed.map { .full($0) })
    case .prefix(let text)?:
      guard let path = GatewayWriter.literal(text[...]) else { return nil }
      let bare = path == "/" ? path : path.withoutFinalSlash
      return PathShape(
        .prefix(bare), fixed.map { prefixRewrite(route, bare, $0) }, takesMore: bare != path)
    case .text?, .pattern?, nil: return nil
    }
  }

  /// A target that keeps nothing of the path: `/`, on a path that is not `/`, is meant to cut the
  /// path off; the path itself is meant to change nothing.
  private static func prefixRewrite(_ route: Route, _ path: String, _ target: String) -> PathRewrite
  {
    let changesNothing = route.isImplicit || target.withoutFinalSlash == path
    if changesNothing { return .prefix(path) }
    return target == "/" ? .prefix("/") : .full(target)
  }

  /// `/x(/|$)(.*)` and its other spellings, with or without a rewrite to what follows.
  private static func tailed(_ text: String, _ target: String?) -> PathShape? {
    guard let tailed = TailedPath(text, isGlued: target == "$1" || target == "/$1") else {
      return nil
    }
    let path = tailed.beginning.isEmpty ? "/" : tailed.beginning
    let takesMore = tailed.tail.needsMore && path != "/"
    guard let target else { return PathShape(.prefix(path), nil, takesMore: takesMore) }
    guard target.contains("$") else {
      return PathShape(.prefix(path), .full(target), takesMore: takesMore)
    }
    guard let rest = tailed.tail.rest, target.hasSuffix("$\(rest)") else { return nil }
    let front = String(target.dropLast("$\(rest)".count))
    guard !front.contains("$"), tailed.tail.restHasSlash || front.hasSuffix("/"),
      front.isEmpty || front.hasPrefix("/")
    else { return nil }
    let replacement = front.withoutFinalSlash
    return PathShape(
      .prefix(path), .prefix(replacement.isEmpty ? "/" : replacement), takesMore: takesMore)
  }

  /// A path in one group that its target names: the rewrite changes nothing.
  private static func identity(_ text: String, _ target: String?) -> PathShape? {
    let parts: (front: String, target: String) =
      text.hasPrefix("/(") ? ("/", "/$1") : ("", "$1")
    guard target == parts.target, text.hasPrefix(parts.front + "("), text.hasSuffix(")") else {
      return nil
    }
    let inner = String(text.dropFirst(parts.front.count + 1).dropLast())
    guard !topLevelAlternation(in: inner),
      let tailed = TailedPath(parts.front + inner, isGlued: false)
    else { return nil }
    let path = tailed.beginning.isEmpty ? "/" : tailed.beginning
    return PathShape(
      .prefix(path), .prefix(path), takesMore: tailed.tail.needsMore && path != "/")
  }
}

extension Route {
  /// Whether the backend is told groups of the expression (`x-forwarded-prefix`).
  fileprivate var tellsGroups: Bool {
    behaviours.contains { behaviour in
      guard case .forwardedPrefix(let text) = behaviour else { return false }
      return text.contains("$")
    }
  }

  /// The target of a rewrite with groups; nil where there is none.
  fileprivate var rewriteTarget: String? {
    for behaviour in behaviours {
      guard case .rewritePath(let rewrite) = behaviour else { continue }
      switch rewrite {
      case .captures(_, let target), .full(let target), .prefix(let target): return target
      case .substitution: return nil
      }
    }
    return nil
  }
}

extension String {
  /// The text without the groups that it names, which are all empty.
  fileprivate var withoutGroups: String {
    var text = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      if character == "$", let digit = rest.first, digit.isASCII, digit.isNumber {
        rest.removeFirst()
      } else {
        text.append(character)
      }
    }
    return text.isEmpty ? "/" : text
  }

  /// The text without one final `/`.
  var withoutFinalSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
