import GatewayWriter
import IngressNGINX
import Routing

/// One thing that the new routes say with an EnvoyFilter, where that is allowed.
public struct EnvoyFilterRecipe: Hashable, Sendable {
  /// What the name of the Gateway is followed by in the name of the object, for example
  /// `rate-limits`.
  public let suffix: String
  /// What it does; completes "The EnvoyFilter …".
  public let meaning: String
  /// The fields of Envoy that it sets.
  public let envoy: String
  /// Where it is not what ingress-nginx does, and where it is not written, one sentence each.
  public let limits: [String]
  /// The annotations that it says, without their prefix.
  public let annotations: [String]
  let kind: PatchKind

  /// Every recipe, in the order in which the objects are written.
  public static let all: [EnvoyFilterRecipe] = PatchKind.allCases.map { EnvoyFilterRecipe($0) }

  /// What the expression in `match.proxy.proxyVersion` of each patch is.
  public static let versions = PatchKind.versions

  private init(_ kind: PatchKind) {
    self.kind = kind
    suffix = kind.suffix
    meaning = kind.meaning
    envoy = kind.envoy
    limits = kind.limits
    annotations = Carriage.byKey.filter { $0.value.topic.map(kind.topics.contains) ?? false }
      .map(\.key).sorted()
  }

  /// The recipes that say what an annotation, a key of the ConfigMap or a finding is about.
  ///
  /// - Parameter word: the annotation's key without its prefix, the key, or the finding's code.
  /// - Returns: the recipes; none where no EnvoyFilter is ever written for it.
  static func about(_ word: String) -> [EnvoyFilterRecipe] {
    if ofAny.contains(word) { return all }
    let topics = [Carriage.byKey[word]?.topic, Carriage.topicsOfConfigMap[word]]
    return all.filter { recipe in
      recipe.kind.codes.contains(word)
        || topics.contains { $0.map(recipe.kind.topics.contains) ?? false }
    }
  }

  /// The findings that may be about any of them.
  private static let ofAny: Set<String> = [
    "annotation-not-carried-over", "configmap-key-not-carried-over", "envoy-filter-used",
  ]
}

extension EnvoyFilterRecipe {
  /// The EnvoyFilters of these recipes that the option would write for some manifests.
  static func manifests(
    _ recipes: [EnvoyFilterRecipe], for inputs: some Sequence<Input>, options: MigrationOptions
  ) -> [Manifest] {
    let kinds = Set(recipes.map(\.kind))
    var options = options
    options.allowsEnvoyFilter = true
    let source = Source(inputs, options: options)
    guard !source.ingresses.isEmpty else { return [] }
    var manifests: [Manifest] = []
    _ = GatewayWriter.write(source.site, options: options.forWriting) { object in
      guard let kind = object.patches, kinds.contains(kind) else { return }
      manifests.append(Manifest(object))
    }
    return manifests
  }

  /// What is written for an Ingress that asks for everything.
  public var example: [Manifest] { Self.example(of: [self]) }

  static func example(of recipes: [EnvoyFilterRecipe]) -> [Manifest] {
    var options = MigrationOptions()
    options.writesProvenance = false
    return manifests(recipes, for: [exampleInput], options: options)
  }

  /// The Ingress of the examples.
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
          nginx.ingress.kubernetes.io/auth-url: http://auth.shop.svc.cluster.local/check?role=user
          nginx.ingress.kubernetes.io/auth-response-headers: X-User
      spec:
        ingressClassName: nginx
        rules:
        - host: shop.example.com
          http:
            paths:
            - path: /api/([0-9]+)/(.*)
              pathType: ImplementationSpecific
              backend: {service: {name: web, port: {number: 80}}}

      """)
}
