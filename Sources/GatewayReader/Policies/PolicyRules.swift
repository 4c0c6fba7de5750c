import GatewayAPI
import Kubernetes
import Routing

/// How the rules of AuthorizationPolicies become tests of requests.
struct PolicyRules {
  let tokens: TokenKnowledge
  /// Whether the proxy sees more than the connection.
  let seesHTTP: Bool

  /// The rules of a policy; a source or an operation of several is enough.
  ///
  /// Where HTTP is not seen, a rule that allows by it allows nothing, and one that denies by it
  /// denies whatever the rest of it says (`checkError` in Istio).
  func read(_ policy: AuthorizationPolicy) -> [AuthorizationRule] {
    policy.rules.enumerated().compactMap { index, rule in
      let isBlind = !seesHTTP && rule.terms.contains(where: \.attribute.isOfHTTP)
      if isBlind, policy.action == .allow { return nil }
      return AuthorizationRule(
        test(rule),
        Origin(
          object: policy.reference, place: policy.metadata.place, part: "spec.rules[\(index)]"))
    }
  }

  private func test(_ rule: AuthorizationPolicy.Rule) -> RequestTest {
    var parts = [together(rule.conditions)]
    if !rule.sources.isEmpty { parts.append(.any(rule.sources.map(together))) }
    if !rule.operations.isEmpty { parts.append(.any(rule.operations.map(together))) }
    return .all(parts)
  }

  private func together(_ terms: [AuthorizationPolicy.Term]) -> RequestTest {
    .all(terms.filter { seesHTTP || !$0.attribute.isOfHTTP }.map { RequestTest($0, tokens) })
  }
}

extension AuthorizationPolicy.Rule {
  fileprivate var terms: [AuthorizationPolicy.Term] {
    sources.flatMap(\.self) + operations.flatMap(\.self) + conditions
  }
}

extension AuthorizationAttribute {
  /// Whether only an HTTP proxy can look at it.
  fileprivate var isOfHTTP: Bool {
    switch self {
    case .host, .method, .path, .header, .token: true
    case .ipBlock, .remoteIPBlock, .identity, .port, .destinationIP, .serverName, .metadata: false
    }
  }
}
