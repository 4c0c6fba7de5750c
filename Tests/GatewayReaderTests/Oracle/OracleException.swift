/// Answers that the model does not give, and why.
struct OracleException {
  let probes: Int
  let reason: String

  init(_ probes: Int, _ reason: String) {
    self.probes = probes
    self.reason = reason
  }

  /// The exceptions by case; the counts are exact.
  static let all: [String: OracleException] = [:]
}
