import GatewayAPI
import Kubernetes
import Routing

extension Inventory {
  /// Who may use the listeners of a Gateway.
  ///
  /// CUSTOM policies are asked first, then DENY, then ALLOW (`authz/builder` in Istio); AUDIT changes
  /// no answer.
  func authorization(of gateway: Gateway, seesHTTP: Bool) -> Authorization {
    let scope = PolicyScope(gateway)
    let policies = authorizationPolicies.filter {
      scope.takes($0.target, of: $0.metadata.namespace)
    }.sorted { $0.metadata.objectName < $1.metadata.objectName }
    let rules = PolicyRules(tokens: TokenKnowledge(isRead: readsTokens), seesHTTP: seesHTTP)
    var authorization = Authorization()
    for policy in policies {
      switch policy.action {
      case .audit, .custom: break
      case .deny: authorization.denied += rules.read(policy)
      case .allow: authorization.allowed = (authorization.allowed ?? []) + rules.read(policy)
      }
    }
    if seesHTTP { add(policies.filter { $0.action == .custom }, rules, to: &authorization) }
    return authorization
  }

  /// A workload has one provider; where policies name several, or one that MeshConfig does not
  /// know, the requests that they cover are denied.
  private func add(
    _ policies: [AuthorizationPolicy], _ reader: PolicyRules, to authorization: inout Authorization
  ) {
    let rules = policies.flatMap { reader.read($0) }
    let names = Set(policies.compactMap(\.provider))
    guard let name = names.first else { return }
    let provider = mesh?.providers[name]
    guard names.count == 1, mesh == nil || provider != nil else {
      authorization.denied = rules + authorization.denied
      return
    }
    authorization.checks = [
      ServiceCheck(
        provider: name, rules: rules,
        question: provider.map { ServiceQuestion($0) } ?? ServiceQuestion())
    ]
  }
}
