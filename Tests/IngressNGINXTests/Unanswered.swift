/// Recorded answers that the model does not give yet.
struct Unanswered {
  var probes: Int
  var reason: Reason

  enum Reason: String {
    case keptConnection =
      "AUTO_HTTP: nginx sent the request over a TLS connection that it had kept open to the backend"
  }

  /// The exceptions by case; every other case is answered in full.
  static let byCase: [String: Unanswered] = [
    "backend-protocol-01": Unanswered(probes: 2, reason: .keptConnection)
  ]
}
