import Gatewright
import Testing

/// The differences of the environment that requests show are there, and the settings that are named
/// take away what they are said to take away.
@Suite("differences of the environment")
struct EnvironmentTests {
  private static let shop = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web, namespace: shop}
    spec:
      ingressClassName: nginx
      rules:
      - host: web.example
        http:
          paths:
          - {path: /foo, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    """

  /// What is asked, the setting, and in what the answers differ.
  @Test(
    "show in what the two sides answer",
    arguments: [
      ("/foo/x", .base, []),
      ("//foo", .base, ["status"]), ("//foo", .mergeSlashes, ["upstream path"]),
      ("//foo", .decodeAndMergeSlashes, ["upstream path"]),
      ("/foo%2Fx", .base, ["status"]), ("/foo%2Fx", .mergeSlashes, ["status"]),
      ("/foo%2Fx", .decodeAndMergeSlashes, ["upstream path"]),
      ("/foo/%zz", .base, ["status"]), ("/foo\\x", .base, ["status"]),
      ("/foo/./x", .base, ["upstream path"]), ("/../foo", .base, ["status"]),
    ] as [(String, PathNormalization, [String])])
  func paths(_ target: String, _ setting: PathNormalization, _ aspects: [String]) {
    var options = MigrationOptions()
    options.pathNormalization = setting
    let traced = trace(
      [RequestProbe(host: "web.example", target: target)],
      through: [Input(name: "shop.yaml", text: Self.shop)], options: options)
    #expect(traced.map(\.aspects) == [aspects])
  }

  @Test(
    "show in methods and hosts", arguments: [("TRACE", "web.example"), ("GET", "web.example.")])
  func requests(_ method: String, _ host: String) {
    let probe = RequestProbe(method: method, host: host, target: "/foo")
    let traced = trace([probe], through: [Input(name: "shop.yaml", text: Self.shop)])
    #expect(traced.map(\.agree) == [false])
  }
}
