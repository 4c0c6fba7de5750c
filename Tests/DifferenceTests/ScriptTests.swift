import Gatewright
import Testing

@Suite("Scripts in EnvoyFilters")
struct ScriptTests {
  private static let input = Input(
    name: "input.yaml",
    text: """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
        annotations:
          nginx.ingress.kubernetes.io/proxy-redirect-from: http://inner.test/
          nginx.ingress.kubernetes.io/proxy-redirect-to: /
          nginx.ingress.kubernetes.io/proxy-cookie-domain: inner.test outer.test
          nginx.ingress.kubernetes.io/proxy-cookie-path: /in/ /
      spec:
        ingressClassName: nginx
        rules:
        - host: a.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: web, port: {number: 80}}}

      """)

  private static var options: MigrationOptions {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    return options
  }

  /// What differs over plain HTTP, by the words of a change in the written manifests.
  private static func aspects(_ old: String, _ new: String) -> Set<String> {
    let migration = migrate([input], options: options)
    let text = migration.manifests.map(\.yaml)
      .joined(separator: "---\n")
    let report = verify(
      [input],
      gateway: [Input(name: "gateway.yaml", text: text.replacing(old, with: new))],
      options: options)
    let differences = report.differences.filter {
      $0.request.host == "a.example.com" && $0.request.scheme == .http
    }
    return Set(differences.flatMap(\.aspects))
  }

  @Test(
    "are compared by what they make of backends' answers",
    arguments: [
      ("", "", []),
      ("from = \"http://inner", "from = \"http://other", ["location", "response headers"]),
      (", paths = \"completed\"", "", ["location", "response headers", "conditions"]),
      ("to = \"outer.test\"", "to = \"other.test\"", ["response headers"]),
      ("from = \"/in/\"", "from = \"/in\"", ["response headers"]),
    ] as [(String, String, Set<String>)])
  func compared(_ old: String, _ new: String, _ aspects: Set<String>) {
    #expect(Self.aspects(old, new) == aspects)
  }

  @Test("without the option, the difference is that the annotations are lost")
  func lost() {
    let report = migrate([Self.input]).report
    let differences = report.verification?.differences ?? []
    let codes = Set(differences.flatMap { $0.causes.map(\.code) })
    #expect(codes.contains("annotation-not-carried-over"))
    #expect(differences.allSatisfy { $0.isExplained })
    #expect(differences.contains { $0.curl.contains("where the backend answers 302, Location:") })
  }
}
