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
    "authz-01": OracleException(8, policies),
    "authz-02": OracleException(4, policies),
    "authz-03": OracleException(3, policies),
    "authz-04": OracleException(9, policies),
    "authz-05": OracleException(4, policies),
    "authz-06": OracleException(7, policies),
    "authz-07": OracleException(2, providers),
    "authz-08": OracleException(1, providers),
    "backendtls-01": OracleException(3, backendTLS),
    "backendtls-02": OracleException(2, backendTLS),
    "destrule-04": OracleException(1, backendTLS),
    "destrule-05": OracleException(2, backendTLS),
    "envoyfilter-02": OracleException(2, patches),
    "envoyfilter-03": OracleException(5, patches),
    "envoyfilter-04": OracleException(1, patches),
    "envoyfilter-05": OracleException(2, patches),
    "envoyfilter-06": OracleException(2, patches),
    "grpc-01": OracleException(2, gRPC),
    "grpc-02": OracleException(1, gRPC),
    "grpc-03": OracleException(3, gRPC),
    "tls-05": OracleException(2, clients),
    "tls-08": OracleException(3, clients),
  ]

  private static let policies = "AuthorizationPolicy is not read"
  private static let providers = "the answer of an authorisation service is not known"
  private static let backendTLS = "whether a handshake with a backend succeeds is not modelled"
  private static let patches = "EnvoyFilter is not read"
  private static let gRPC = "Envoy's answers to gRPC clients, grpc-status, are not modelled"
  private static let clients = "the model's requests carry no client certificate"
}
