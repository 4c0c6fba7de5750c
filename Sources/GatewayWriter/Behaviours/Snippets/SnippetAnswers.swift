import Evidence
import GatewayAPI
import Routing

/// A single path that a snippet answers before the route does.
struct AnsweredPath: Hashable {
  var path: String
  /// Nil where the rule refuses.
  var redirect: HTTPRoute.RequestRedirect?
  /// Whether a location answers, with the headers of its answers, and not the server.
  var isOfLocation = false
}

extension RouteSpeaker {
  /// `return status`, `return status text`, `return address`: no request reaches the backend.
  mutating func sayReturn(_ words: [String], about topic: Topic) -> SnippetLine {
    guard let first = words.first, !answers else { return .said }
    switch answer(of: words) {
    case .redirect(let spoken)?:
      guard let filter = spoken.filter else { break }
      if topic == .serverSnippet { speech.responseHeaders = HTTPRoute.HeaderModifier() }
      answer(with: filter, about: topic, differing: spoken.addsQuery || spoken.completes)
      return .said
    case .status(404)?:
      speech.isAnswered = true
      return .said
    case .status?, nil: break
    }
    speech.isAnswered = true
    find(.snippetStatusDiffers, about: topic, "return \(first)")
    return .said
  }

  /// `location = path { return … }` of a server: that path alone is answered otherwise.
  mutating func sayLocation(_ directive: Directive, about topic: Topic) -> SnippetLine {
    guard directive.arguments.count == 2, directive.arguments[0] == "=",
      let path = answerable(directive.arguments[1])
    else { return .mayRefuse }
    guard isFirst(taking: path) else { return .said }
    let lines = directive.block ?? []
    let line = lines.first { $0.name == "return" }
    if lines.count == 1, let line, case .redirect(let spoken)? = answer(of: line.arguments),
      let filter = spoken.filter
    {
      speech.answered.append(AnsweredPath(path: path, redirect: filter))
      return .said
    }
    speech.answered.append(AnsweredPath(path: path))
    find(.snippetStatusDiffers, about: topic, "location = \(path)")
    return .said
  }

  /// `rewrite expression address permanent`: all paths, or a single one, go elsewhere.
  mutating func sayRewriteLine(_ words: [String], about topic: Topic) -> SnippetLine {
    guard let line = RewriteLine(words) else { return .mayRefuse }
    let spoken = SpokenRedirect(line.address, status: line.status)
    guard let filter = spoken.filter else { return .mayRefuse }
    guard let path = line.path else {
      answer(
        with: filter, about: topic,
        differing: spoken.completes || (spoken.addsQuery && line.dropsQuery))
      return .said
    }
    guard let path = answerable(path), !line.dropsQuery else { return .mayRefuse }
    guard isFirst(taking: path) else { return .said }
    speech.answered.append(
      AnsweredPath(path: path, redirect: filter, isOfLocation: topic == .snippet))
    return .said
  }

  private enum ReturnedAnswer {
    case status(Int)
    case redirect(SpokenRedirect)
  }

  /// What a `return` answers; nil for an answer with a text of its own.
  private func answer(of words: [String]) -> ReturnedAnswer? {
    guard let first = words.first else { return nil }
    guard let status = Int(first) else {
      return words.count == 1 ? .redirect(SpokenRedirect(first, status: 302)) : nil
    }
    guard SpokenRedirect.statuses.contains(status), words.count == 2 else {
      return words.count == 1 ? .status(status) : nil
    }
    return .redirect(SpokenRedirect(words[1], status: status))
  }

  /// A path that an Exact match can name; nil for others.
  private func answerable(_ path: String) -> String? {
    let isPlain = isReachable(path) && path.utf8.allSatisfy(isPlainPathByte)
    return isPlain && path.utf8.count <= 1024 ? path : nil
  }

  /// Whether this route is the one that takes a path, as far as that is plain: the last otherwise.
  private func isFirst(taking path: String) -> Bool {
    let taking = host.routes.firstIndex { $0.path.plainlyTakes(path) } ?? host.routes.count - 1
    return host.routes.indices.contains(taking) && host.routes[taking] == route
  }
}

extension PathMatch {
  fileprivate func plainlyTakes(_ path: String) -> Bool {
    switch self {
    case .exact(let text): text == path
    case .prefix("/"): true
    case .prefix(let text): path == text || path.hasPrefix(text + "/")
    case .text(let text): path.hasPrefix(text)
    case .pattern: false
    }
  }
}

/// nginx's `rewrite expression address flag`, where the flag is a redirect.
private struct RewriteLine {
  var address: String
  var status: Int
  /// The only path that it takes; nil where it takes all.
  var path: String?
  /// Whether the query of the request is left out.
  var dropsQuery: Bool

  /// Nil for other forms.
  init?(_ words: [String]) {
    guard words.count == 3 else { return nil }
    switch words[2] {
    case "permanent": status = 301
    case "redirect": status = 302
    case _: return nil
    }
    address = words[1]
    dropsQuery = address.hasSuffix("?")
    if dropsQuery { address.removeLast() }
    let rests = ["^(.*)$": "$1", "^(.*)": "$1", "^/(.*)$": "/$1", "^/(.*)": "/$1", "(.*)": "$1"]
    if let rest = rests[words[0]], address.hasSuffix(rest), !dropsQuery {
      // The path and the query of the request, as it was sent.
      address = String(address.dropLast(rest.count)) + "$request_uri"
      return
    }
    if address.hasSuffix("$request_uri") {
      // The query is a part of it already; nginx would add it again.
      guard dropsQuery else { return nil }
      dropsQuery = false
    }
    guard !["^", "^/", ".*", "^.*$", "^/.*$", "^/.*", "^(.*)$", "^/(.*)$"].contains(words[0]) else {
      return
    }
    guard words[0].hasPrefix("^"), words[0].hasSuffix("$") else { return nil }
    let literal = words[0].dropFirst().dropLast().replacing("\\.", with: ".")
    guard !literal.contains(where: { "^$[](){}*+?|\\".contains($0) }) else { return nil }
    path = String(literal)
  }
}
