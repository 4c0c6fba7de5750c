/// Manifests to run the tool on.
enum Manifests {
  static let services = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {ports: [{port: 80}]}

    """

  /// An Ingress that is carried over as it is.
  static func plain(_ name: String = "web", annotations: String = "") -> String {
    """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: \(name)
      namespace: shop
      annotations: {\(annotations)}
    spec:
      ingressClassName: nginx
      rules:
      - host: \(name).example
        http:
          paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}

    """
  }

  static let shop = services + plain()
  /// An Ingress whose authentication is lost: an error.
  static let protected =
    services + plain(annotations: "nginx.ingress.kubernetes.io/auth-url: 'http://auth.example/x'")
  /// An Ingress whose authentication service a MeshConfig has to name.
  static let authenticated =
    services
    + plain(
      annotations:
        "nginx.ingress.kubernetes.io/auth-url: 'http://auth.shop.svc.cluster.local/check'")

  static let limited =
    services + plain(annotations: "nginx.ingress.kubernetes.io/limit-connections: '1'")
}
