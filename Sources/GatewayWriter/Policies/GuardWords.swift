import GatewayAPI
import Routing

extension Guard {
  /// What the name of a policy ends with.
  var word: String {
    switch self {
    case .closed: "closed"
    case .addresses: "addresses"
    case .service: "auth"
    }
  }

  /// What tells guards of the same word apart.
  var text: String {
    switch self {
    case .closed: ""
    case .addresses(let rule): rule.text
    case .service(_, let rule): "\(provider?.name ?? "") \(rule.text)"
    }
  }

  /// The service that decides.
  var provider: Provider? {
    guard case .service(let service, _) = self else { return nil }
    return Provider(service)
  }

  /// The clients that a rule means, each a rule of its own; nil for all clients.
  var sources: [AuthorizationPolicy.Term?] {
    switch self {
    case .closed: [nil]
    case .addresses(let rule): rule.refused
    case .service(_, let rule): rule == AddressRule() ? [nil] : rule.refused
    }
  }
}

extension AddressRule {
  fileprivate var text: String {
    "\(denied.joined(separator: ",")) \(allowed.joined(separator: ","))"
  }

  /// The clients that are kept out: those of the deny list, then those that no allow list names.
  fileprivate var refused: [AuthorizationPolicy.Term] {
    var terms: [AuthorizationPolicy.Term] = []
    if !denied.isEmpty { terms.append(AuthorizationPolicy.Term(.remoteIPBlock, denied)) }
    if !allowed.isEmpty { terms.append(AuthorizationPolicy.Term(.remoteIPBlock, not: allowed)) }
    return terms
  }
}
