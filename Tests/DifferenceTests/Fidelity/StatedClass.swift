/// The findings that name the requests of an annotation's caveat: only these may explain a
/// difference that is there because of the annotation.
enum StatedClass {
  /// Findings about every site, whatever its annotations are.
  private static let environment: Set<String> = [
    "request-paths-differ", "default-server-differs", "host-without-certificate",
    "redirect-keeps-slash", "slash-redirect-differs", "redirect-without-certificate",
  ]

  /// The codes for each annotation that has any.
  static let codes: [String: Set<String>] = [:]

  /// The codes that annotations may bring together.
  static func codes(of keys: Set<String>) -> Set<String> {
    keys.reduce(environment) { $0.union(codes[$1] ?? []) }
  }
}
