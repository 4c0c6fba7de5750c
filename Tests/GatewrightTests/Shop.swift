import Gatewright

/// A small cluster: one Ingress, its canary, and the Services behind them.
enum Shop {
  static let services = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {ports: [{name: http, port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: next, namespace: shop}
    spec: {ports: [{name: http, port: 80}]}
    ---
    apiVersion: networking.k8s.io/v1
    kind: IngressClass
    metadata: {name: nginx}
    spec: {controller: k8s.io/ingress-nginx}

    """

  static let stable = ingress("web", host: "shop.example", service: "web")
  static let canary = ingress(
    "next", host: "shop.example", service: "next",
    annotations: ["canary": "\"true\"", "canary-weight": "\"25\""])

  /// An Ingress for `/` of a host; annotations without their prefix, values as YAML.
  static func ingress(
    _ name: String, host: String, service: String, annotations: [String: String] = [:],
    created: String = "2024-01-01T00:00:00Z", className: String = "nginx"
  ) -> String {
    let lines = annotations.sorted { $0.key < $1.key }.map {
      "    nginx.ingress.kubernetes.io/\($0.key): \($0.value)\n"
    }
    return """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: \(name)
        namespace: shop
        creationTimestamp: "\(created)"
      \(lines.isEmpty ? "" : "  annotations:\n")\(lines.joined())spec:
        ingressClassName: \(className)
        rules:
        - host: \(host)
          http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: \(service), port: {number: 80}}}

      """
  }

  static func input(_ text: String..., name: String = "shop.yaml") -> [Input] {
    [Input(name: name, text: text.joined())]
  }
}
