/// The two shapes that an Ingress had over the years.
enum IngressShape: Sendable {
  /// networking.k8s.io/v1.
  case current
  /// extensions/v1beta1 and networking.k8s.io/v1beta1.
  case beta

  /// The name of the field for `spec.defaultBackend`.
  var defaultBackendKey: String {
    switch self {
    case .current: "defaultBackend"
    case .beta: "backend"
    }
  }
}

extension FieldReader {
  /// Reads an Ingress by the rules of `ValidateIngressCreate` of the API server.
  mutating func ingress(_ metadata: Metadata, _ shape: IngressShape) -> Ingress {
    require("spec")
    let ingress = mapping("spec") { spec in
      let ingress = Ingress(
        metadata: metadata, className: spec.string("ingressClassName"),
        defaultBackend: spec.mapping(shape.defaultBackendKey) { $0.backend(shape) },
        tls: spec.list("tls") { $0.ingressTLS() }, rules: spec.list("rules") { $0.rule(shape) })
      if ingress.rules.isEmpty, spec.node(shape.defaultBackendKey) == nil {
        spec.reportNoRules(shape)
      }
      if let name = ingress.className { spec.check(name, at: "ingressClassName", .subdomain) }
      return ingress
    }
    return ingress ?? Ingress(metadata: metadata)
  }

  private mutating func reportNoRules(_ shape: IngressShape) {
    guard node("rules")?.isEmptyList != false else { return }
    report(
      .missingField, at: "rules",
      message: "An Ingress needs `rules` or `\(shape.defaultBackendKey)`.",
      remedy: "Add `rules` or `\(shape.defaultBackendKey)`.")
  }

  private mutating func ingressTLS() -> IngressTLS {
    let tls = IngressTLS(
      hosts: strings("hosts"), secretName: string("secretName") ?? "", place: place)
    for (index, host) in tls.hosts.enumerated() { checkHost(host, at: "hosts", index) }
    if !tls.secretName.isEmpty { check(tls.secretName, at: "secretName", .subdomain) }
    return tls
  }

  private mutating func rule(_ shape: IngressShape) -> IngressRule {
    let host = string("host") ?? ""
    if !host.isEmpty { checkHost(host, at: "host") }
    let paths = mapping("http") { http in
      http.require("paths")
      if http.node("paths")?.isEmptyList == true {
        http.report(
          .missingField, at: "paths", message: "The list needs at least one path.",
          remedy: "Add a path, or remove `http`.")
      }
      return http.list("paths") { $0.path(shape) }
    }
    return IngressRule(host: host, paths: paths, place: place)
  }

  private mutating func path(_ shape: IngressShape) -> IngressPath {
    let type = word("pathType", as: IngressPath.PathType.self)
    switch shape {
    case .current: require("pathType", "backend")
    case .beta: require("backend")
    }
    let path = string("path") ?? ""
    checkPath(path, type)
    // The placeholder never leaves the importer: a missing backend leaves the object out.
    let backend = mapping("backend") { $0.backend(shape) }
    return IngressPath(
      path: path, type: type,
      backend: backend ?? .service(name: "", port: .name("")), place: place)
  }
}
