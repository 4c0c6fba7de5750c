import Routing

/// Sends plain HTTP clients to https (`rewrite`, `portinredirect`).
enum HTTPSRedirect: AnnotationFamily {
  enum Key: String, CaseIterable {
    case redirect = "ssl-redirect"
    case force = "force-ssl-redirect"
    case preserveTrailingSlash = "preserve-trailing-slash"
    case usePort = "use-port-in-redirects"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    var redirect: Bool?
    var force: Bool?
    var preservesTrailingSlash: Bool?
    var usesPort: Bool?
  }

  static let heading: String? = "server-side-https-enforcement-through-redirect"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .redirect:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("ssl-redirect"),
        meaning: "redirects plain HTTP to https where the request's host has a certificate",
        notes: [
          "The host decides, not the Ingress: any Ingress of the host with spec.tls is enough.",
          "One slash at the end of path and query is dropped.",
        ], fate: .carriedOver)
    case .force:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("force-ssl-redirect"), risk: .medium,
        meaning: "redirects plain HTTP to https, certificate or not",
        notes: ["It wins over ssl-redirect: \"false\"."], fate: .carriedOver)
    case .preserveTrailingSlash:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("preserve-trailing-slash"), risk: .medium,
        meaning: "keeps the slash at the end in the redirect to https",
        fate: .lost(.answer, unless: "true"))
    case .usePort:
      AnnotationEntry(
        syntax: .flag, fallback: .configMap("use-port-in-redirects"),
        meaning: "writes the port into redirects", fate: .lost(.answer, unless: "false"))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(
      redirect: try annotations.flag(.redirect), force: try annotations.flag(.force),
      preservesTrailingSlash: try annotations.flag(.preserveTrailingSlash),
      usesPort: try annotations.flag(.usePort))
  }
}

extension IngressSettings {
  var httpsRedirect: HTTPSRedirect.Setting { self[HTTPSRedirect.self] }
}
