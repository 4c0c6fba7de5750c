/// Answers that the model does not give, and why.
struct OracleException {
  let probes: Int
  let reason: String

  /// The exceptions by case; the counts are exact.
  static let all: [String: OracleException] = [:]
}
