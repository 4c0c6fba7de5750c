import GatewayAPI
import Kubernetes
import Testing

/// A manifest and how its kind is decoded.
struct Sample: Sendable, CustomTestStringConvertible {
  let manifest: any Manifest
  let decode: @Sendable (Object) throws -> any Manifest

  var testDescription: String { "\(manifest.reference)" }
}

enum Samples {
  static let kinds: Set<String> = [
    "gateway.networking.k8s.io/Gateway", "gateway.networking.k8s.io/HTTPRoute",
    "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute",
    "gateway.networking.k8s.io/ListenerSet", "networking.istio.io/DestinationRule",
    "networking.istio.io/EnvoyFilter", "networking.istio.io/ServiceEntry",
    "telemetry.istio.io/Telemetry",
    "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/RoleBinding",
    "security.istio.io/AuthorizationPolicy",
  ]

  static let all: [Sample] =
    [
      Sample(manifest: gateway) { try Gateway(decoding: $0) },
      Sample(manifest: listenerSet) { try ListenerSet(decoding: $0) },
      Sample(manifest: fullRoute) { try HTTPRoute(decoding: $0) },
      Sample(manifest: grpcRoute) { try GRPCRoute(decoding: $0) },
      Sample(manifest: tlsRoute) { try TLSRoute(decoding: $0) },
      Sample(manifest: destinationRule) { try DestinationRule(decoding: $0) },
      Sample(manifest: envoyFilter) { try EnvoyFilter(decoding: $0) },
      Sample(manifest: policy) { try AuthorizationPolicy(decoding: $0) },
    ] + ofMesh

  /// What has to stand in the text of `fullRoute`.
  static let words = [
    "sectionName: https", "name: canary", "RegularExpression", "x-canary", "method: GET",
    "replacePrefixMatch: /", "weight: 20", "RequestMirror", "percent: 5", "allowOrigins",
    "maxAge: 60", "request: 10s", "attempts: 2", "extensionRef",
  ]

  private static let policy = AuthorizationPolicy(
    metadata: metadata("guard"),
    target: PolicyTarget(references: [PolicyTarget.Reference(kind: "Gateway", name: "edge")]),
    action: .custom, provider: "auth",
    rules: [
      AuthorizationPolicy.Rule(
        sources: [
          [AuthorizationPolicy.Term(.remoteIPBlock, ["10.0.0.0/8"], not: ["10.0.0.1"])],
          [AuthorizationPolicy.Term(.ipBlock, ["192.0.2.0/24"])],
        ],
        operations: [
          [
            AuthorizationPolicy.Term(.host, ["a.test", "a.test:*"]),
            AuthorizationPolicy.Term(.port, not: ["80"]),
            AuthorizationPolicy.Term(.method, ["GET"]),
            AuthorizationPolicy.Term(.path, ["/a/*"], not: ["/a/b"]),
          ]
        ],
        conditions: [
          AuthorizationPolicy.Term(.serverName, not: ["b.test"]),
          AuthorizationPolicy.Term(.header("origin"), not: ["*"]),
          AuthorizationPolicy.Term(.token("claims[iss]"), ["x"]),
        ])
    ])

  private static func metadata(_ name: String) -> Metadata {
    Metadata(
      name: name, namespace: "shop", labels: ["app": "web"],
      annotations: [Annotation(key: "note", value: "yes")])
  }

  private static let gateway = Gateway(
    metadata: metadata("edge"), className: "istio",
    infrastructure: Gateway.Infrastructure(annotations: [Pair("a", "b")]),
    addresses: [Gateway.Address(type: "Hostname", value: "edge.test")],
    listeners: [
      Gateway.Listener(
        name: "http", port: 80, protocolName: .http,
        allowedRoutes: AllowedRoutes(
          namespaces: AllowedNamespaces(
            from: .selector,
            selector: LabelSelector(
              matchLabels: [Pair("team", "a")],
              matchExpressions: [.init(key: "tier", comparison: .contained, values: ["x"])])),
          kinds: [AllowedRoutes.Kind(kind: "HTTPRoute")])),
      Gateway.Listener(
        name: "https", hostname: "*.shop.test", port: 443, protocolName: .https,
        tls: Gateway.ListenerTLS(
          mode: .terminate, certificateRefs: [.secret(namespace: "certs", name: "wild")],
          options: [Pair("gateway.istio.io/tls-terminate-mode", "MUTUAL")])),
    ], allowedListeners: AllowedNamespaces(from: .all))

  private static let listenerSet = ListenerSet(
    metadata: metadata("more"), parent: ParentReference(namespace: "infra", name: "edge"),
    listeners: [
      Gateway.Listener(
        name: "pass", hostname: "db.test", port: 443, protocolName: .tls,
        tls: Gateway.ListenerTLS(mode: .passthrough), allowedRoutes: .fromAll)
    ])

  static let fullRoute = HTTPRoute(
    metadata: metadata("web"),
    parents: [ParentReference(namespace: "infra", name: "edge", sectionName: "https", port: 443)],
    hostnames: ["shop.test", "*.shop.test"], rules: [canaryRule, filterRule, redirectRule])

  private static let canaryRule = HTTPRoute.Rule(
    name: "canary",
    matches: [
      HTTPRoute.Match(
        path: HTTPRoute.Path(.regularExpression, "/a/.*"),
        headers: [HTTPRoute.Value(name: "x-canary", value: "always")],
        queryParams: [HTTPRoute.Value(.regularExpression, name: "v", value: "[0-9]+")],
        method: "GET")
    ],
    backends: [
      HTTPRoute.Backend(
        BackendReference(name: "web", port: 80), weight: 80,
        filters: [.responseHeaderModifier(.init(add: [Pair("x-from", "web")]))]),
      HTTPRoute.Backend(BackendReference(namespace: "beta", name: "web", port: 8080), weight: 20),
    ],
    timeouts: HTTPRoute.Timeouts(request: "10s", backendRequest: "5s"),
    retry: HTTPRoute.Retry(codes: [502, 503], attempts: 2, backoff: "100ms"))

  private static let filterRule = HTTPRoute.Rule(
    matches: [HTTPRoute.Match(path: HTTPRoute.Path(.pathPrefix, "/b"))],
    filters: [
      .requestHeaderModifier(.init(set: [Pair("x-a", "100%%")], remove: ["x-b"])),
      .urlRewrite(.init(hostname: "up.test", path: .replacePrefixMatch("/"))),
      .requestMirror(.init(backend: BackendReference(name: "copy", port: 80), percent: 5)),
      .cors(
        .init(
          allowOrigins: ["https://a.test"], allowCredentials: true, allowMethods: ["GET"],
          allowHeaders: ["x-a"], exposeHeaders: ["x-b"], maxAge: 60)),
      .extensionRef(ObjectPointer(group: "example.test", kind: "Filter", name: "f")),
    ], backends: [HTTPRoute.Backend(BackendReference(name: "web", port: 80))])

  private static let redirectRule = HTTPRoute.Rule(
    filters: [
      .requestRedirect(
        .init(
          scheme: "https", hostname: "www.test", path: .replaceFullPath("/new"), port: 8443,
          statusCode: 308))
    ])

  private static let grpcRoute = GRPCRoute(
    metadata: metadata("calls"), parents: [ParentReference(name: "edge")],
    rules: [
      GRPCRoute.Rule(
        matches: [
          GRPCRoute.Match(
            method: GRPCRoute.Method(service: "pkg.Svc", method: "Do"),
            headers: [HTTPRoute.Value(name: "x", value: "1")])
        ], backends: [HTTPRoute.Backend(BackendReference(name: "calls", port: 9000))])
    ])

  private static let tlsRoute = TLSRoute(
    metadata: metadata("db"),
    parents: [ParentReference(kind: "ListenerSet", name: "more", sectionName: "pass")],
    hostnames: ["db.test"], backends: [HTTPRoute.Backend(BackendReference(name: "db", port: 5432))])

  private static let destinationRule = DestinationRule(
    metadata: metadata("web"), host: "web.shop.svc.cluster.local", exportTo: ["."],
    trafficPolicy: DestinationRule.TrafficPolicy(
      loadBalancer: DestinationRule.LoadBalancer(
        cookie: DestinationRule.HashCookie(
          name: "SID", path: "/", ttl: "0s",
          attributes: [Pair("Secure", ""), Pair("SameSite", "Lax")])),
      connectionPool: DestinationRule.ConnectionPool(connectTimeout: "5s", maxConnections: 10)))
}
