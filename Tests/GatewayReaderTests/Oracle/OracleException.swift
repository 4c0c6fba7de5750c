/// Answers that the model does not give, and why.
struct OracleException {
  let probes: Int
  let reason: String

  init(_ probes: Int, _ reason: String) {
    self.probes = probes
    self.reason = reason
  }

  /// The exceptions by case; the counts are exact.
  static let all: [String: OracleException] = [
    "envoyfilter-02": OracleException(2, patches),
    "envoyfilter-03": OracleException(5, patches),
    "envoyfilter-04": OracleException(1, patches),
    "envoyfilter-05": OracleException(2, patches),
    "envoyfilter-06": OracleException(2, patches),
  ]

  private static let patches = "EnvoyFilter is not read"
}
