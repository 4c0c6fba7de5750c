extension SettingsKey {
  /// The keys about the controller, each the flag of its name.
  static let ofController: [SettingsKey] =
    [
      parsed(
        "controller.version", "The controller's version, for its defaults", syntax: "a version",
        otherwise: "the image's tag, else 1.15.1", example: "1.11.3",
        option: "--controller-version", \.controller.version
      ) { ControllerVersion($0) },
      object(
        "configmap", "The controller's ConfigMap", option: "--controller-configmap",
        otherwise: "ingress-nginx/ingress-nginx-controller",
        example: "ingress-nginx/ingress-nginx-controller", \.configMap),
      text(
        "annotations-prefix", "What annotations begin with",
        otherwise: "nginx.ingress.kubernetes.io", example: "nginx.ingress.kubernetes.io",
        \.annotationsPrefix),
      flag(
        "enable-annotation-validation", "Whether the values of annotations are checked",
        otherwise: "true, before 1.12.0 false", \.validatesAnnotations),
      flag(
        "deep-inspect", "Whether Ingresses are looked through", otherwise: "true", \.inspectsDeeply),
    ] + ofClasses + ofServices

  private static let ofClasses: [SettingsKey] = [
    text(
      "ingress-class", "The class that the controller serves", otherwise: "nginx",
      example: "internal", \.ingressClass),
    text(
      "controller-class", "The controller's name in IngressClasses",
      otherwise: "k8s.io/ingress-nginx", example: "k8s.io/internal", \.controllerClass),
    flag(
      "watch-ingress-without-class", "Whether Ingresses without a class are served",
      otherwise: "false", \.watchesIngressWithoutClass),
    flag(
      "ingress-class-by-name", "Whether a class counts by its name alone", otherwise: "false",
      \.acceptsClassByName),
    text(
      "watch-namespace", "The only namespace that is served", otherwise: "all", example: "shop",
      \.watchedNamespace),
    parsed(
      "controller.watch-namespace-selector", "Which namespaces are served",
      syntax: "a label selector", otherwise: "all", example: "team=web",
      option: "--watch-namespace-selector", \.controller.namespaceSelector
    ) { NamespaceSelector($0) },
  ]

  private static let ofServices: [SettingsKey] = [
    object(
      "default-backend-service", "The Service behind names and paths that nobody serves",
      otherwise: "none", example: "ops/default", \.defaultBackendService),
    object(
      "default-ssl-certificate", "The Secret with the certificate of hosts without one",
      otherwise: "none", example: "ops/wildcard", \.defaultSSLCertificate),
    flag(
      "enable-ssl-passthrough", "Whether TLS may be passed on unopened", otherwise: "false",
      \.enablesSSLPassthrough),
    flag(
      "disable-catch-all", "Whether Ingresses for every name are refused", otherwise: "false",
      \.disablesCatchAll),
    flag(
      "disable-svc-external-name", "Whether Services outside the cluster are refused",
      otherwise: "false", \.disablesExternalName),
    port("http-port", "The container's port for http", otherwise: "80", \.httpPort),
    port("https-port", "The container's port for https", otherwise: "443", \.httpsPort),
    object(
      "tcp-services-configmap", "The ConfigMap with TCP ports; reported, not carried over",
      otherwise: "none", example: "ingress-nginx/tcp", \.tcpServices),
    object(
      "udp-services-configmap", "The ConfigMap with UDP ports; reported, not carried over",
      otherwise: "none", example: "ingress-nginx/udp", \.udpServices),
    flag(
      "enable-topology-aware-routing", "Whether zones count; reported, not carried over",
      otherwise: "false", \.routesByTopology),
  ]

  private static func text(
    _ key: String, _ meaning: String, otherwise: String, example: String,
    _ property: Property<ControllerFlags, String?>
  ) -> SettingsKey {
    SettingsKey(
      "controller.\(key)", meaning, syntax: "a text", otherwise: otherwise, example: example,
      option: "--\(key)"
    ) { value, draft in
      guard let text = draft.text(value) else { return }
      draft.options.controller[keyPath: property] = text
    }
  }

  private static func object(
    _ key: String, _ meaning: String, option: String? = nil, otherwise: String, example: String,
    _ property: Property<ControllerFlags, QualifiedName?>
  ) -> SettingsKey {
    SettingsKey(
      "controller.\(key)", meaning, syntax: "namespace/name", otherwise: otherwise,
      example: example, option: option ?? "--\(key)"
    ) { value, draft in
      guard let name = draft.parsed(value, as: "namespace/name", { QualifiedName($0) })
      else { return }
      draft.options.controller[keyPath: property] = name
    }
  }

  private static func flag(
    _ key: String, _ meaning: String, otherwise: String,
    _ property: Property<ControllerFlags, Bool?>
  ) -> SettingsKey {
    SettingsKey(
      "controller.\(key)", meaning, syntax: "true or false", otherwise: otherwise,
      example: otherwise.hasPrefix("true") ? "false" : "true", option: "--\(key)"
    ) { value, draft in
      guard let flag = draft.flag(value) else { return }
      draft.options.controller[keyPath: property] = flag
    }
  }

  private static func port(
    _ key: String, _ meaning: String, otherwise: String,
    _ property: Property<ControllerFlags, Int?>
  ) -> SettingsKey {
    SettingsKey(
      "controller.\(key)", meaning, syntax: "a port", otherwise: otherwise, example: "8080",
      option: "--\(key)"
    ) { value, draft in
      guard let port = draft.number(value, in: 1...65_535) else { return }
      draft.options.controller[keyPath: property] = port
    }
  }
}
