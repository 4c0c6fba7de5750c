/// The kinds that the importer reads into values of their own.
enum KnownKind: String, CaseIterable, Sendable {
  case ingress = "Ingress"
  case ingressClass = "IngressClass"
  case service = "Service"
  case secret = "Secret"
  case configMap = "ConfigMap"
  case namespace = "Namespace"
  case referenceGrant = "ReferenceGrant"
  case endpointSlice = "EndpointSlice"

  /// The kind that a name means, whatever its capitals.
  init?(inAnyCase kind: String) {
    if let known = Self(rawValue: kind) {
      self = known
      return
    }
    let folded = kind.lowercased()
    guard let known = Self.allCases.first(where: { $0.rawValue.lowercased() == folded }) else {
      return nil
    }
    self = known
  }

  /// The values of `apiVersion` in which the kind can be read, newest first.
  var apiVersions: [String] {
    switch self {
    case .ingress: ["networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"]
    case .ingressClass: ["networking.k8s.io/v1", "networking.k8s.io/v1beta1"]
    case .service, .secret, .configMap, .namespace: ["v1"]
    case .referenceGrant:
      [
        "gateway.networking.k8s.io/v1", "gateway.networking.k8s.io/v1beta1",
        "gateway.networking.k8s.io/v1alpha2",
      ]
    case .endpointSlice: ["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"]
    }
  }

  /// Whether an `apiVersion` means this kind, be it in a version that is not known.
  ///
  /// Other groups have kinds of the same name, such as `config.openshift.io/v1 Ingress`; a group
  /// without a dot is one of Kubernetes itself, or a slip such as `networking/v1`.
  func isMeant(by apiVersion: APIVersion) -> Bool {
    !apiVersion.group.contains(".")
      || apiVersions.contains { APIVersion($0).group == apiVersion.group }
  }

  /// The rule for `metadata.name`.
  var nameRule: NameRule {
    switch self {
    case .ingress, .ingressClass, .secret, .configMap, .referenceGrant, .endpointSlice: .subdomain
    // Servers before Kubernetes 1.34 ask Services for a letter first; ingress-nginx does not.
    case .service, .namespace: .label
    }
  }

  /// Whether objects of the kind live in a namespace.
  var isNamespaced: Bool {
    switch self {
    case .ingress, .service, .secret, .configMap, .referenceGrant, .endpointSlice: true
    case .ingressClass, .namespace: false
    }
  }
}
