import Evidence
import Routing

/// Something that keeps requests away from a backend, and that nobody may lose without a word:
/// where it cannot be said, the location is closed.
enum Protection: CaseIterable, Hashable {
  case addresses
  case credentials
  case externalAuth
  case clientCertificate
  case requestRate
  case connections
  case bodyLimit
  case firewall
  case snippet
  case userAgents

  /// The finding that says that the location is closed; its code is what can be accepted.
  var rule: Rule {
    switch self {
    case .addresses: .addressListLost
    case .credentials: .authenticationLost
    case .externalAuth: .externalAuthenticationLost
    case .clientCertificate: .clientCertificateLost
    case .requestRate: .rateLimitLost
    case .connections: .connectionLimitLost
    case .bodyLimit: .bodyLimitLost
    case .firewall: .firewallLost
    case .snippet: .snippetLost
    case .userAgents: .userAgentsLost
    }
  }

  /// The settings that ask for it.
  var topics: [Topic] {
    switch self {
    case .addresses: [.addresses]
    case .credentials: [.credentials]
    case .externalAuth: [.externalAuth]
    case .clientCertificate: [.clientCertificate, .certificateSubject]
    case .requestRate: [.requestRate]
    case .connections: [.connections]
    case .bodyLimit: [.bodyLimit]
    case .firewall: [.firewall]
    case .snippet: [.snippet, .serverSnippet]
    case .userAgents: [.userAgents]
    }
  }
}
