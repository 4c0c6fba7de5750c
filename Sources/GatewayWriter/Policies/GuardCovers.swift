import GatewayAPI
import Routing

extension HostGuards {
  /// Whether the host's paths are expressions.
  var isPattern: Bool {
    routes.contains { $0.path?.type == .regularExpression || ($0.isLost && host.hasPatterns) }
  }

  /// Whether requests that a location takes reach a backend.
  func leads(_ index: Int, _ side: HostRules.Side) -> Bool {
    guard case .forward = routes[index].route.destination, routes[index].path != nil,
      let speech = speeches[side]?[index]
    else { return false }
    let isRedirected = side == .http && routes[index].route.secureRedirect != nil
    return !isRedirected && speech.redirect == nil && !speech.isAnswered && !speech.isClosed
  }

  /// Whether the policy of a guard covers a location.
  func cover(_ index: Int, _ key: Key, _ side: HostRules.Side) -> PathTree.Cover {
    guard let speech = speeches[side]?[index] else { return .free }
    if isAnsweredBefore(index, side) { return isPattern ? .either : .free }
    if speech.keys.contains(key) { return .covered }
    // Requests for what no route says go to the location around it.
    if speech.isClosed || routes[index].path == nil { return .either }
    return isPattern && !leads(index, side) ? .either : .free
  }

  /// Whether a redirect answers before anything is asked.
  private func isAnsweredBefore(_ index: Int, _ side: HostRules.Side) -> Bool {
    let route = routes[index].route
    if speeches[side]?[index].refusesAll == true { return false }
    if side == .http, route.secureRedirect != nil { return true }
    if speeches[side]?[index].redirect != nil { return true }
    if speeches[side]?[index].isAnswered == true { return true }
    guard case .redirect = route.destination else { return false }
    return true
  }

  /// What a location takes; one that no route says is still named by policies where it is literal.
  func location(_ index: Int) -> PathTree.Location? {
    let spoken = routes[index]
    switch spoken.path?.type {
    case .exact?: return spoken.path.map { .exact($0.value) }
    case .pathPrefix?: return spoken.path.map { .prefix($0.value.withoutFinalSlashes) }
    case .regularExpression?: return nil
    case nil: break
    }
    guard spoken.isLost else { return nil }
    switch spoken.route.path {
    case .exact(let path): return .exact(percentEncoded(path))
    case .prefix(let path), .text(let path):
      return .prefix(percentEncoded(path).withoutFinalSlashes)
    case .pattern: return nil
    }
  }
}

extension RouteSpeech {
  /// Whether the gateway answers every preflight, so that none reaches the backend.
  private var answersPreflights: Bool { cors != nil && corsCondition == nil }

  /// Whether preflights are guarded although ingress-nginx answers them to everybody.
  var guardsPreflights: Bool { !guards.isEmpty && cors != nil && corsCondition != nil }

  /// What policies have to keep apart: a closed location is closed and nothing else.
  var keys: [HostGuards.Key] {
    if isClosed { return [HostGuards.Key(guarding: .closed, sparesPreflights: false)] }
    return guards.map { HostGuards.Key(guarding: $0, sparesPreflights: answersPreflights) }
  }
}

extension String {
  fileprivate var withoutFinalSlashes: String {
    var text = self
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
