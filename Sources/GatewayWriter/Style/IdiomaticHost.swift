import Evidence
import Routing

/// A host in the form that the authors of its Ingresses evidently meant.
///
/// Paths that are regular expressions only because of a rewrite or of a neighbour become plain
/// ones, `/path/` takes `/path`, too, and a canary keeps to the paths that it names. Where that
/// would make a path unreachable, or let requests past a protection, the host stays as it is.
struct IdiomaticHost {
  private(set) var host: Host
  private(set) var findings: [Finding] = []
  private let settings: Settings

  init(_ host: Host, _ settings: Settings) {
    self.host = host
    self.settings = settings
    if host.routes.contains(where: { $0.path.isLocationPattern }) {
      shapePatterns()
    } else {
      joinSlashes()
    }
    limitCanaries()
  }

  /// Gives paths that are regular expressions their plain form.
  private mutating func shapePatterns() {
    switch StyledPaths(host.routes, settings).result {
    case .success(let styled):
      host.routes = styled.inOrderOfTrial.map(\.after)
      for route in styled where route.isWritten && route.changesAnswers {
        note(.styleChangesAnswer, route.before, "\(route.before.path.text) as \(route.words)")
      }
    case .failure(let obstacle):
      guard let route = host.routes.first(where: { $0.path.isLocationPattern }) else { return }
      let origin = Origin(object: host.origin.object ?? route.origin.object)
      note(.styleNotApplied, route, obstacle.words, origin)
    }
  }

  /// Lets `/path/` take `/path` as well, in place of nginx's redirect from the one to the other.
  private mutating func joinSlashes() {
    let redirects = Set(host.routes.compactMap(\.slashRedirect))
    guard !redirects.isEmpty else { return }
    var joined: Set<String> = []
    for (index, route) in host.routes.enumerated() {
      guard case .text(let path) = route.path, path.hasSuffix("/"),
        redirects.contains(path.withoutFinalSlash)
      else { continue }
      host.routes[index].path = .prefix(path.withoutFinalSlash)
      joined.insert(path.withoutFinalSlash)
      note(.styleChangesAnswer, route, "\(path) as PathPrefix \(path.withoutFinalSlash)")
    }
    host.routes.removeAll { $0.slashRedirect.map(joined.contains) ?? false }
  }

  /// Leaves paths that a canary does not name to the primary.
  private mutating func limitCanaries() {
    for (index, route) in host.routes.enumerated() {
      guard case .forward(let choice) = route.destination, let canary = choice.canary,
        !canary.namesPath
      else { continue }
      host.routes[index].destination = .forward(Choice(otherwise: Pool(canary.primary)))
      guard !route.isImplicit else { continue }
      note(
        .styleChangesAnswer, route, "\(route.path.text) without the canary, which does not name it",
        canary.origin)
    }
  }

  private mutating func note(
    _ rule: Rule, _ route: Route, _ message: String, _ origin: Origin? = nil
  ) {
    let origin = origin ?? route.origin
    findings.append(
      Finding(
        rule, of: origin.object, at: origin.place, field: origin.part,
        message: "\(host.pattern.hostname ?? "every host"): \(message)"))
  }
}

extension Route {
  /// The path from which nginx itself redirects to the same with a final `/`; nil elsewhere.
  fileprivate var slashRedirect: String? {
    guard isImplicit, !isServerLevel, case .exact(let path) = path,
      case .redirect(let redirect) = destination, case .parts(let parts) = redirect.target,
      parts.path == .full(path + "/")
    else { return nil }
    return path
  }
}

extension [StyledRoute] {
  /// The routes as Istio tries them: exact paths, then prefixes, then expressions, longest first;
  /// last what no rule is written for.
  fileprivate var inOrderOfTrial: [StyledRoute] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element.trialRank, right.element.trialRank)
      if first != second { return first > second }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension StyledRoute {
  /// What Istio sorts by: the kind of path, then the length of its text.
  fileprivate var trialRank: (Int, Int) {
    guard isWritten else { return (0, 0) }
    switch after.path {
    case .exact: return (3, 0)
    case .prefix(let text), .text(let text): return (2, text.utf8.count)
    case .pattern(let pattern): return (1, pattern.text.utf8.count)
    }
  }
}

extension PathMatch {
  /// Whether it is an nginx location with a regular expression.
  var isLocationPattern: Bool {
    guard case .pattern(let pattern) = self else { return false }
    return pattern.extent == .start
  }
}
