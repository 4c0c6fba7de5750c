/// Sends plain HTTP clients to https.
enum HTTPSRedirect: AnnotationFamily {
  enum Key: String, CaseIterable {
    case redirect = "ssl-redirect"
    case force = "force-ssl-redirect"
    case preserveTrailingSlash = "preserve-trailing-slash"
    case usePort = "use-port-in-redirects"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: Sendable {
    var redirect: Bool?
    var force: Bool?
    var preservesTrailingSlash: Bool?
    var usesPort: Bool?
  }

  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting {
    let fallback = "what the ConfigMap says"
    return Setting(
      redirect: lenientFlag(annotations, .redirect, default: fallback, &doubts),
      force: lenientFlag(annotations, .force, default: fallback, &doubts),
      preservesTrailingSlash: lenientFlag(
        annotations, .preserveTrailingSlash, default: fallback, &doubts),
      usesPort: lenientFlag(annotations, .usePort, default: fallback, &doubts))
  }
}
