import Evidence
import GatewayAPI
import Routing

extension Candidate {
  /// The route with patches merged into it, in their order, and with the filters of its chain.
  func patched(
    by patches: [Patches.RoutePatch], in chain: [EnvoyFilter.FilterInsertion]
  ) -> Candidate {
    var candidate = self
    var limit = chain.compactMap(\.limit).last
    var bodyLimit = chain.compactMap(\.bodyLimit).last
    var users = chain.compactMap(\.users).last
    var scripts = RouteScripts()
    let names = Set(chain.map(\.name))
    for patch in patches {
      candidate.merge(patch)
      if names.contains(EnvoyFilter.TokenLimit.filter) { limit = patch.change.limit ?? limit }
      if names.contains(EnvoyFilter.bufferFilter) {
        bodyLimit = patch.change.bodyLimit ?? bodyLimit
      }
      if names.contains(EnvoyFilter.passwordFilter) { users = patch.change.users ?? users }
      scripts.take(patch.change, where: names)
    }
    if let users { candidate.fault = candidate.fault ?? PatchedUsers.refusal(of: users) }
    var filters = limit?.behaviour.map { [$0] } ?? []
    if let users { filters.append(.access(Access(credentials: Credentials(users)))) }
    if let bodyLimit { filters.append(.bodyLimit(bodyLimit)) }
    let place = candidate.route.behaviours.refusalPlace
    candidate.route.behaviours.insert(contentsOf: filters, at: place)
    candidate.route.behaviours += scripts.behaviours(on: candidate.route.destination)
    return candidate
  }

  private mutating func merge(_ patch: Patches.RoutePatch) {
    let change = patch.change
    if let status = change.status { route.destination = .respond(status: status) }
    if change.mergesAction, change.status == nil { mergeAction(change) }
    if let service = change.service { route.question = ServiceQuestion(service) }
    if !change.unknown.isEmpty {
      let text = change.unknown.joined(separator: ", ")
      let name = patch.origin.object?.description ?? "EnvoyFilter"
      route.behaviours.insert(.depends(on: "what \(name) does: \(text)"), at: 0)
    }
  }

  /// A route action takes the place of a redirect or a response, and then has no cluster, which
  /// Envoy refuses.
  private mutating func mergeAction(_ change: EnvoyFilter.RouteChange) {
    guard case .forward = route.destination else {
      fault = fault ?? "An EnvoyFilter merges `route` into a rule without backends."
      return
    }
    route.patience.merge(change)
    if let host = change.hostRewrite {
      route.behaviours.removeAll(where: \.isHostRewrite)
      route.behaviours.insert(.rewriteHost(host), at: route.behaviours.filterEnd)
    }
    guard let substitution = change.substitution else { return }
    fault = fault ?? RE2.refusal(of: substitution.pattern)
    if route.behaviours.contains(where: \.isPrefixRewrite) {
      fault = fault ?? "An EnvoyFilter adds `regex_rewrite` to a rule that rewrites a prefix."
    }
    route.behaviours.removeAll(where: \.isPathRewrite)
    route.behaviours.insert(
      .rewritePath(
        .substitution(
          pattern: substitution.pattern, replacement: substitution.replacement)),
      at: route.behaviours.filterEnd)
  }
}

extension EnvoyFilter.TokenLimit {
  /// Nil where nothing is limited.
  fileprivate var behaviour: Behaviour? {
    guard !buckets.isEmpty else { return nil }
    let said = buckets.map { bucket in
      TokenBucket(
        tokens: bucket.tokens, tokensPerFill: bucket.tokensPerFill,
        fillInterval: bucket.fillInterval, isPerClient: bucket.isPerClient)
    }
    return .rateLimit(RateLimit(said, exempt: exempt, status: status))
  }
}

extension [Behaviour] {
  /// Where the filters end that Istio has before the router: behind CORS and response headers.
  fileprivate var filterEnd: Int { lastIndex(where: \.isOfFilters).map { $0 + 1 } ?? 0 }

  /// Where filters refuse requests: behind CORS, and before the router puts headers on answers.
  fileprivate var refusalPlace: Int {
    lastIndex { $0.isOfFilters && !$0.isResponseHeaders }.map { $0 + 1 } ?? 0
  }
}

extension Behaviour {
  fileprivate var isOfFilters: Bool {
    if case .cors = self { return true }
    if case .responseHeaders = self { return true }
    if case .depends = self { return true }
    return false
  }

  fileprivate var isResponseHeaders: Bool {
    guard case .responseHeaders = self else { return false }
    return true
  }

  fileprivate var isHostRewrite: Bool {
    guard case .rewriteHost = self else { return false }
    return true
  }

  fileprivate var isPathRewrite: Bool {
    guard case .rewritePath = self else { return false }
    return true
  }

  /// A rewrite that Istio says with `prefix_rewrite`; cutting a prefix off it says with an expression.
  fileprivate var isPrefixRewrite: Bool {
    guard case .rewritePath(.prefix(let text)) = self else { return false }
    return !["", "/"].contains(text)
  }
}
