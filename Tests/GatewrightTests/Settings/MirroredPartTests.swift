import Evidence
import Gatewright
import Testing

@Suite("mirrors of the settings")
struct MirroredPartTests {
  private static let ingress = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: shop
      annotations:
        nginx.ingress.kubernetes.io/mirror-target: http://copy.shop.svc.cluster.local$request_uri
    spec:
      ingressClassName: nginx
      rules:
      - host: shop.test
        http:
          paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    """

  private func migration(_ settings: String) throws -> Migration {
    let options = try SettingsFile(Input(name: "gatewright.yaml", text: settings)).options
    return migrate([Input(name: "shop.yaml", text: Self.ingress)], options: options)
  }

  @Test(
    "decide how many requests are copied, and the verifier says which differ for that",
    arguments: [
      ("{percent: 20}", 20), ("{percent: 20, ingresses: [shop/web]}", 20),
      ("{percent: 0}", 0), ("{percent: 30, ingresses: [shop/web]}, {percent: 20}", 30),
      ("{percent: 30}, {percent: 20}", 20), ("{percent: 100}", nil),
      ("{percent: 30, ingresses: [shop/other]}", nil),
    ])
  func chosen(_ mirrors: String, _ percent: Int?) throws {
    let migration = try migration("mirrors: [\(mirrors)]")
    let yaml = migration.manifests.map(\.yaml).joined()
    #expect(yaml.contains("type: RequestMirror"))
    #expect(yaml.contains("percent:") == (percent != nil))
    if let percent { #expect(yaml.contains("percent: \(percent)\n")) }
    let differences = migration.report.verification?.differences ?? []
    #expect(!differences.contains { !$0.isExplained })
    let causes = Set(differences.flatMap { $0.causes.map(\.code) })
    #expect(causes.contains("mirror-part-chosen") == (percent != nil))
  }

  @Test("that name an Ingress without a mirror are told with their place")
  func unused() throws {
    let migration = try migration("mirrors:\n- {percent: 5, ingresses: [shop/gone]}\n")
    let unused = migration.report.groups.first { $0.rule.code == "mirror-part-unused" }
    #expect(unused?.occurrences.map(\.message) == ["Ingress shop/gone"])
    #expect(unused?.occurrences.first?.place?.line == 2)
  }

  @Test(
    "of the wrong form are errors with the key",
    arguments: [
      ("[{ingresses: [shop/web]}]", "lacks 'percent'"), ("[{percent: 101}]", "from 0 to 100"),
      ("[{percent: x}]", "takes a whole number"), ("[{percent: 5, ingresses: []}]", "names no"),
      ("[{percent: 5, ingresses: [web]}]", "namespace/name of an Ingress"), ("5", "takes a list"),
      ("[{percent: 5, services: [a/b]}]", "services"),
    ])
  func wrong(_ mirrors: String, _ message: String) {
    let input = Input(name: "gatewright.yaml", text: "mirrors: \(mirrors)")
    do throws(SettingsFaults) {
      _ = try SettingsFile(input)
      Issue.record("is taken")
    } catch {
      #expect(error.lines.joined().contains(message))
    }
  }
}
