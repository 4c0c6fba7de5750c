/// The findings that name the requests of an annotation's caveat: only these may explain a
/// difference that is there because of the annotation.
enum StatedClass {
  /// Findings about every site, whatever its annotations are.
  private static let environment: Set<String> = [
    "request-paths-differ", "default-server-differs", "host-without-certificate",
    "redirect-keeps-slash", "slash-redirect-differs", "redirect-without-certificate",
  ]

  /// The codes for each annotation that has any.
  static let codes: [String: Set<String>] = [
    "affinity": ["session-cookie-differs", "endpoints-chosen-anew"],
    "affinity-canary-behavior": ["canary-session-not-carried-over"],
    "affinity-mode": ["session-not-persistent"],
    // AUTO_HTTP where both schemes come, and FCGI.
    "backend-protocol": ["grpc-keeps-host", "annotation-not-carried-over"],
    "mirror-target": ["mirror-keeps-host", "mirror-keeps-path", "mirror-without-backend"],
    "proxy-ssl-secret": ["backend-refusal-differs"],
    // Several variables, or a variable that Istio cannot hash.
    "upstream-hash-by": ["annotation-not-carried-over"],
  ]

  /// The codes that annotations may bring together.
  static func codes(of keys: Set<String>) -> Set<String> {
    keys.reduce(environment) { $0.union(codes[$1] ?? []) }
  }
}
