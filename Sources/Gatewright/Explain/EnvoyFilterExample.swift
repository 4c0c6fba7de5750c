extension EnvoyFilterRecipe {
  /// What is written for an Ingress that asks for everything.
  public var example: [Manifest] { Self.example(of: [self]) }

  static func example(of recipes: [EnvoyFilterRecipe]) -> [Manifest] {
    var options = MigrationOptions()
    options.writesProvenance = false
    options.controller.defaultSSLCertificate = QualifiedName("shop", "certificate")
    return manifests(recipes, for: [exampleInput], options: options)
  }

  /// The Ingress of the examples, and the Secrets that it names.
  public static let exampleInput = Input(
    name: "example.yaml",
    text: """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
        annotations:
          nginx.ingress.kubernetes.io/rewrite-target: /v$1/$2
          nginx.ingress.kubernetes.io/limit-rps: "10"
          nginx.ingress.kubernetes.io/limit-allowlist: 10.0.0.0/8
          nginx.ingress.kubernetes.io/proxy-body-size: 8m
          nginx.ingress.kubernetes.io/proxy-read-timeout: "120"
          nginx.ingress.kubernetes.io/proxy-next-upstream: error timeout http_503
          nginx.ingress.kubernetes.io/proxy-redirect-from: http://web.internal/
          nginx.ingress.kubernetes.io/proxy-redirect-to: /
          nginx.ingress.kubernetes.io/proxy-cookie-path: /app/ /
          nginx.ingress.kubernetes.io/auth-url: http://auth.shop.svc.cluster.local/check?role=user
          nginx.ingress.kubernetes.io/auth-response-headers: X-User
          nginx.ingress.kubernetes.io/auth-signin: https://login.example.com/start
          nginx.ingress.kubernetes.io/auth-type: basic
          nginx.ingress.kubernetes.io/auth-secret: users
          nginx.ingress.kubernetes.io/auth-tls-secret: shop/clients
          nginx.ingress.kubernetes.io/auth-tls-match-cn: CN=(alice|bob)
          nginx.ingress.kubernetes.io/custom-http-errors: "502,503"
      spec:
        ingressClassName: nginx
        rules:
        - host: shop.example.com
          http:
            paths:
            - path: /api/([0-9]+)/(.*)
              pathType: ImplementationSpecific
              backend: {service: {name: web, port: {number: 80}}}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: users, namespace: shop}
      stringData: {auth: "alice:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: clients, namespace: shop}
      stringData: {ca.crt: "the certificate of the authority"}

      """)
}
