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
    case .service: .serviceName
    case .namespace: .label
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

/// Group and version, as `apiVersion` joins them.
struct APIVersion: Hashable, Sendable {
  /// Empty for the core group.
  var group: String
  var version: String

  init(_ text: String) {
    guard let slash = text.lastIndex(of: "/") else {
      (group, version) = ("", text)
      return
    }
    (group, version) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }
}
