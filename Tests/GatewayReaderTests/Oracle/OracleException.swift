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
    "backendtls-01": OracleException(3, backendTLS),
    "backendtls-02": OracleException(2, backendTLS),
    "destrule-04": OracleException(1, backendTLS),
    "destrule-05": OracleException(2, backendTLS),
    "envoyfilter-02": OracleException(2, patches),
    "envoyfilter-03": OracleException(5, patches),
    "envoyfilter-04": OracleException(1, patches),
    "envoyfilter-05": OracleException(2, patches),
    "envoyfilter-06": OracleException(2, patches),
    "grpc-02": OracleException(1, gRPC),
    "grpc-03": OracleException(3, gRPC),
  ]

  private static let backendTLS = "whether a handshake with a backend succeeds is not modelled"
  private static let patches = "EnvoyFilter is not read"
  private static let gRPC = "the protocol that is spoken to backends is not modelled"
}
