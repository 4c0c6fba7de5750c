package import Evidence

/// An Ingress in the shape of networking.k8s.io/v1; the two beta shapes are converted to it.
package struct Ingress: Sendable {
  package var metadata: Metadata
  package var className: String?
  package var defaultBackend: IngressBackend?
  package var tls: [IngressTLS]
  package var rules: [IngressRule]

  package init(
    metadata: Metadata, className: String? = nil, defaultBackend: IngressBackend? = nil,
    tls: [IngressTLS] = [], rules: [IngressRule] = []
  ) {
    self.metadata = metadata
    self.className = className
    self.defaultBackend = defaultBackend
    self.tls = tls
    self.rules = rules
  }

  package var reference: ObjectReference {
    ObjectReference(kind: "Ingress", namespace: metadata.namespace, name: metadata.name)
  }
}

/// One entry of `spec.tls`.
package struct IngressTLS: Sendable {
  package var hosts: [String]
  /// Empty where none is named.
  package var secretName: String
  package var place: Place

  package init(hosts: [String], secretName: String, place: Place = Place(file: "")) {
    self.hosts = hosts
    self.secretName = secretName
    self.place = place
  }
}

/// One entry of `spec.rules`.
package struct IngressRule: Sendable {
  /// The host as written; empty where none is named.
  package var host: String
  /// The paths; nil where the rule has no `http`.
  package var paths: [IngressPath]?
  package var place: Place

  package init(host: String, paths: [IngressPath]?, place: Place = Place(file: "")) {
    self.host = host
    self.paths = paths
    self.place = place
  }
}

/// One entry of `spec.rules[].http.paths`.
package struct IngressPath: Sendable {
  /// The three path types of networking.k8s.io/v1.
  package enum PathType: String, Sendable, CaseIterable {
    case exact = "Exact"
    case prefix = "Prefix"
    case implementationSpecific = "ImplementationSpecific"
  }

  /// The path as written; empty where none is written.
  package var path: String
  /// Nil where none is written (possible in the beta shapes).
  package var type: PathType?
  package var backend: IngressBackend
  package var place: Place

  package init(
    path: String, type: PathType?, backend: IngressBackend, place: Place = Place(file: "")
  ) {
    self.path = path
    self.type = type
    self.backend = backend
    self.place = place
  }
}

/// A backend of an Ingress.
package enum IngressBackend: Hashable, Sendable {
  case service(name: String, port: ServicePortReference)
  /// A custom resource, which ingress-nginx skips.
  case resource(apiGroup: String, kind: String, name: String)
}

/// How an Ingress names a port of a Service.
package enum ServicePortReference: Hashable, Sendable, CustomStringConvertible {
  case number(Int)
  case name(String)

  package var description: String {
    switch self {
    case .number(let number): String(number)
    case .name(let name): name
    }
  }
}
