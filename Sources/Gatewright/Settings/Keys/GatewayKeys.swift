extension SettingsKey {
  /// The keys about the Gateway.
  static let ofGateway: [SettingsKey] = [
    name(
      "gateway.name", "The Gateway's name", example: "public", option: "--gateway-name",
      \.gateway.name),
    name(
      "gateway.namespace", "The Gateway's namespace", example: "edge",
      option: "--gateway-namespace", \.gateway.namespace),
    name(
      "gateway.class", "The Gateway's class", example: "istio", option: "--gateway-class",
      \.gateway.className),
    flag(
      "gateway.per-namespace", "Whether each namespace gets a Gateway of its own",
      option: "--gateway-per-namespace", \.gateway.isPerNamespace),
    ofNamespaces, annotations,
    parsed(
      "gateway.trusted-proxies", "How many proxies stand in front and tell who the client is",
      syntax: "a number", otherwise: "nobody is believed", example: "1",
      option: "--trusted-proxies", \.gateway.trustedProxies
    ) { text in Int(text).flatMap { (1...100).contains($0) ? $0 : nil } },
  ]

  private static let ofNamespaces = SettingsKey(
    "gateway.of-namespaces", "Which Gateway serves which namespace, before all of the above",
    syntax: "namespace: namespace/name", fallback: "{}", example: "{shop: edge/shop}",
    option: "--gateway-of"
  ) { value, draft in
    for (namespace, value) in draft.mapping(value) ?? [] {
      guard isObjectName(namespace) else {
        draft.fault(value, "stands behind \(nameSyntax)")
        continue
      }
      let gateway = draft.parsed(value, as: "namespace/name of a Gateway") { gatewayName($0) }
      draft.options.gateway.ofNamespaces[namespace] = gateway
    }
  }

  private static let annotations = SettingsKey(
    "gateway.annotations",
    "Annotations for the infrastructure behind the Gateway, such as the provider's load balancer",
    syntax: "key: value", fallback: "{}",
    example: "{service.beta.kubernetes.io/aws-load-balancer-type: nlb}",
    option: "--gateway-annotation"
  ) { value, draft in
    for (key, value) in draft.mapping(value) ?? [] {
      guard let text = draft.text(value) else { continue }
      draft.options.gateway.annotations.append(GatewayAnnotation(key: key, value: text))
    }
  }
}

/// Reads `namespace/name` where both are names that a Gateway can have.
package func gatewayName(_ text: String) -> QualifiedName? {
  QualifiedName(text).flatMap { isObjectName($0.namespace) && isObjectName($0.name) ? $0 : nil }
}
