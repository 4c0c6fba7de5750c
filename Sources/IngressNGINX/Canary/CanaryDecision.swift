import Patterns
import Routing

/// The decision of `balancer.lua` (`route_to_alternative_balancer`) for one primary and its canary.
struct CanaryDecision {
  var primary: Backend
  var canary: Backend
  var policy: Canary.Policy
  /// The primary has session affinity.
  var isSticky: Bool
  /// The canary keeps no sessions of its own.
  var isLegacy: Bool

  /// The branches in order of precedence: session, header, cookie.
  var branches: [Branch] { sessionBranches + headerBranches + cookieBranches }

  /// The shares of requests that no branch takes: one draw from 1 to the total.
  var shares: Pool {
    let total = policy.effectiveTotal
    guard policy.weight > 0 else { return Pool(primary) }
    guard policy.weight < total else { return Pool(canary) }
    return Pool([
      Share(primary, weight: total - policy.weight), Share(canary, weight: policy.weight),
    ])
  }

  private var sessionBranches: [Branch] {
    guard isSticky else { return [] }
    let stays = branch(.session(of: primary), primary)
    return isLegacy ? [stays] : [stays, branch(.session(of: canary), canary)]
  }

  private var headerBranches: [Branch] {
    let name = policy.header
    guard !name.isEmpty else { return [] }
    if !policy.headerValue.isEmpty {
      return [branch(.header(name: name, .exact(policy.headerValue)), canary)]
    }
    guard policy.headerPattern.isEmpty else { return [patternBranch(name)] }
    return [
      branch(.header(name: name, .exact("always")), canary),
      branch(.header(name: name, .exact("never")), primary),
    ]
  }

  /// A pattern that does not compile keeps everybody who sends the header at the primary.
  private func patternBranch(_ name: String) -> Branch {
    guard policy.hasUsablePattern else { return branch(.header(name: name, .present), primary) }
    return branch(.header(name: name, .found(policy.headerPattern)), canary)
  }

  private var cookieBranches: [Branch] {
    guard !policy.cookie.isEmpty else { return [] }
    return [
      branch(.cookie(name: policy.cookie, value: "always"), canary),
      branch(.cookie(name: policy.cookie, value: "never"), primary),
    ]
  }

  private func branch(_ condition: Condition, _ backend: Backend) -> Branch {
    Branch(conditions: [condition], pool: Pool(backend))
  }
}

extension Canary.Policy {
  /// Whether PCRE takes the header pattern.
  var hasUsablePattern: Bool { (try? Pattern(headerPattern)) != nil }
}
