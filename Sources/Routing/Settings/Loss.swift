package import Evidence

/// What the lack of a setting costs.
package enum Loss: String, CaseIterable, Hashable, Sendable {
  /// Requests that were refused get through.
  case protection
  /// Requests no longer reach what they reach today.
  case traffic
  /// Requests get another answer, or reach another address.
  case answer
  /// Connections, limits or timing differ.
  case tuning
  /// Nothing that a client or backend sees.
  case invisible

  package var severity: Severity {
    switch self {
    case .protection, .traffic: .error
    case .answer, .tuning: .warning
    case .invisible: .note
    }
  }

  package var consequence: String {
    switch self {
    case .protection: "They let requests through that ingress-nginx refuses."
    case .traffic: "Requests do not reach what they reach today."
    case .answer: "They answer without it."
    case .tuning: "They use Envoy's defaults."
    case .invisible: "Clients and backends see no difference."
    }
  }
}
