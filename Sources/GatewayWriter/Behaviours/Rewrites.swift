import Evidence
import GatewayAPI
import Routing

/// How far a filter says a rewrite of the path.
enum SpokenRewrite {
  /// This is done, or nothing where nothing has to be done; the rules name what is different.
  case modifier(HTTPRoute.PathModifier?, [Rule])
  /// The client is sent elsewhere.
  case redirect(HTTPRoute.RequestRedirect, isDifferent: Bool)
  /// No filter says it, only a rewrite by the expression; why, in words.
  case needsPatch(pattern: String, target: String, reason: String)
}

extension RouteSpeaker {
  /// The route's rewrite by captures; nil where it has none.
  var rewrite: CaptureShape? {
    for behaviour in route.behaviours {
      guard case .rewritePath(.captures(let pattern, let target)) = behaviour else { continue }
      return CaptureShape(pattern: pattern, target: target)
    }
    return nil
  }

  /// `rewrite-target`: a filter where one says it, otherwise it is lost.
  mutating func sayRewrite(_ rewrite: PathRewrite) {
    guard !answers else { return }
    switch spoken(rewrite) {
    case .redirect(let filter, let isDifferent):
      said(.rewrite)
      answer(with: filter, about: .rewrite, differing: isDifferent)
    case .modifier(let modifier, let differences):
      said(.rewrite)
      for rule in differences where route.isForwarded { find(rule, about: .rewrite) }
      guard route.isForwarded, let modifier else { return }
      speech.rewrite = speech.rewrite ?? HTTPRoute.URLRewrite()
      speech.rewrite?.path = modifier
    case .needsPatch(let pattern, let target, let reason):
      guard route.isForwarded else { return }
      patchRewrite(
        pattern, target, because: "\(reason.prefix(1).uppercased())\(reason.dropFirst()).")
    }
  }

  /// What a filter makes of a rewrite.
  func spoken(_ rewrite: PathRewrite) -> SpokenRewrite {
    switch rewrite {
    case .full(let text): .modifier(.replaceFullPath(escaped(text)), [])
    case .prefix(let text):
      .modifier(route.path == .prefix(text) ? nil : .replacePrefixMatch(text), [])
    case .captures(let pattern, let target):
      spoken(CaptureShape(pattern: pattern, target: target))
    case .substitution(let pattern, let replacement):
      .needsPatch(pattern: pattern, target: replacement, reason: "it is a substitution")
    }
  }

  private func spoken(_ shape: CaptureShape) -> SpokenRewrite {
    func patch(_ reason: String) -> SpokenRewrite {
      .needsPatch(pattern: shape.pattern, target: shape.target, reason: reason)
    }
    let effect = shape.effect
    if let address = Self.address(shape.target) { return sent(to: address, effect, shape) }
    switch effect {
    case .whole(let text):
      guard text.hasPrefix("/"), text.utf8.count <= 1024, text.utf8.allSatisfy(isPlainPathByte)
      else { return patch("the target `\(text)` is no path that a filter can name") }
      return .modifier(.replaceFullPath(escaped(text)), [])
    case .same(let beginning):
      let hasLetters = beginning.contains(where: \.isLetter)
      return .modifier(nil, hasLetters ? [.rewriteKeepsLetterCase] : [])
    case .prefix(let prefix):
      guard path?.type == .pathPrefix else {
        return patch("the path stays an expression, of which no filter replaces a part")
      }
      let replacement = prefix.replacement.isEmpty ? "/" : prefix.replacement
      let isSame =
        prefix.takesBare && !prefix.takesGlued && prefix.replacement.isEmpty
        && !prefix.beginning.contains(where: \.isLetter)
      return .modifier(.replacePrefixMatch(replacement), isSame ? [] : [.rewriteByPrefix])
    case .captures:
      return patch("no filter fills groups of the path's expression into `\(shape.target)`")
    }
  }

  /// A target with a scheme is a redirect with 302, to which nginx adds the query.
  private func sent(
    to address: String, _ effect: CaptureShape.Effect, _ shape: CaptureShape
  ) -> SpokenRewrite {
    var text = address
    var isWhole = true
    if let group = Self.rest(of: shape) {
      text = String(address.dropLast(group.count)) + "$request_uri"
      isWhole = false
    }
    let spoken = SpokenRedirect(text, status: 302)
    guard let filter = spoken.filter, isWhole || !shape.target.contains("?") else {
      return .needsPatch(
        pattern: shape.pattern, target: shape.target,
        reason: spoken.problem ?? "a filter cannot say the query of the target")
    }
    return .redirect(filter, isDifferent: spoken.completes)
  }

  /// The end of a target that repeats the whole path: `/$1` for the pattern `/(.*)`; nil for none.
  private static func rest(of shape: CaptureShape) -> String? {
    let ends = ["/(.*)": "/$1", "/(.+)": "/$1", "(.*)": "$1", "/()(.*)": "/$2"]
    guard let end = ends[shape.pattern], shape.target.hasSuffix(end) else { return nil }
    return end
  }

  /// The target where it names a scheme (`ngx_http_rewrite`).
  private static func address(_ target: String) -> String? {
    ["http://", "https://", "$scheme"].contains { target.hasPrefix($0) } ? target : nil
  }

  /// Istio reads `\1` and so on in a full path as groups.
  private func escaped(_ path: String) -> String { path.replacing("\\", with: "\\\\") }
}

extension Route {
  /// Whether a backend takes the requests.
  var isForwarded: Bool {
    guard case .forward = destination else { return false }
    return true
  }
}

extension Rule {
  static let rewriteKeepsLetterCase = Rule(
    "rewrite-keeps-letter-case", .note, .changed,
    title: "Paths in other letter case are passed on as they are sent",
    before:
      "nginx matches the path in any letter case, and writes its beginning as the target says.",
    after: "They hand the path to the backend as it is.",
    remedy: "Nothing, unless clients write the path in capitals.")
  static let rewriteByPrefix = Rule(
    "rewrite-by-prefix", .warning, .changed,
    title: "A rewrite by groups becomes the replacement of a prefix",
    before: "nginx matches the path as an expression, in any letter case, and takes the rest from "
      + "its group.",
    after: "They take the prefix in the written letter case and by whole elements, with or without "
      + "a final /, and replace it.",
    remedy: "Check the requests that verify names, or keep the expression: --allow-envoy-filter.")

  /// What becomes different about rewrites and redirects.
  static let ofRewrites: [Rule] = [
    .rewriteKeepsLetterCase, .rewriteByPrefix, .fixedRedirectKeepsQuery,
  ]
}
