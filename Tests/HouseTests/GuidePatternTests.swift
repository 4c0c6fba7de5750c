import Foundation
import Gatewright
import Testing

/// The patterns of docs/seeds.md come out of Ingresses and options.
@Suite("Guide patterns")
struct GuidePatternTests {
  /// A pattern: its folder below testdata/seeds, and what the objects hold, by kind and name.
  struct Pattern: CustomStringConvertible {
    var folder: String
    var objects: [(object: String, fragments: [String])]
    var options = MigrationOptions()
    var description: String { folder }
  }

  static let patterns = [
    Pattern(
      folder: "equal-weights",
      objects: [
        (
          "HTTPRoute demo/greeter",
          [
            "    - name: greeter-blue\n      port: 80\n      weight: 50\n"
              + "    - name: greeter-green\n      port: 80\n      weight: 50\n"
          ]
        )
      ]),
    Pattern(
      folder: "one-in-five",
      objects: [
        (
          "HTTPRoute sales/orders",
          [
            "value: /orders", "sectionName: https-sales-example",
            "    - name: orders\n      port: 8080\n      weight: 80\n"
              + "    - name: orders-next\n      port: 8080\n      weight: 20\n",
          ]
        )
      ]),
    Pattern(
      folder: "header-with-fall-through",
      objects: [
        (
          "HTTPRoute sales/orders",
          [
            "      - name: X-Preview\n        value: \"yes\"\n    backendRefs:\n    - name: orders-next\n"
              + "      port: 8080\n  - matches:\n    - path:\n        type: PathPrefix\n"
              + "        value: /orders\n    backendRefs:\n    - name: orders\n      port: 8080\n"
          ]
        )
      ]),
    Pattern(
      folder: "header-weights-and-paths",
      objects: [
        (
          "HTTPRoute sales/orders",
          [
            "value: /orders/v3", "    - name: orders-v3\n      port: 8080\n",
            "      weight: 80\n    - name: orders-v3\n      port: 8080\n      weight: 20\n",
            "value: /status",
          ]
        )
      ]),
    Pattern(
      folder: "provider-annotation",
      objects: [
        (
          "Gateway istio-ingress/ingress",
          [
            "  infrastructure:\n    annotations:\n"
              + "      service.beta.kubernetes.io/aws-load-balancer-type: nlb\n",
            "from: Selector", "kubernetes.io/metadata.name: demo",
          ]
        )
      ], options: annotated),
    Pattern(
      folder: "certificate-elsewhere",
      objects: [
        (
          "Gateway istio-ingress/ingress",
          ["- namespace: sales\n        name: sales-certificate\n", "protocol: HTTPS"]
        ),
        (
          "ReferenceGrant sales/gateways-of-istio-ingress",
          ["kind: Gateway\n    namespace: istio-ingress\n", "name: sales-certificate"]
        ),
      ]),
    Pattern(
      folder: "grpc",
      objects: [
        (
          "GRPCRoute sales/accounts",
          [
            "    - method:\n        service: accounts.v1.Accounts\n        method: Find\n",
            "    - method:\n        service: accounts.v1.Invoices\n", "port: 9090",
          ]
        ),
        ("DestinationRule sales/accounts", ["h2UpgradePolicy: UPGRADE"]),
      ]),
    Pattern(
      folder: "mirror",
      objects: [
        (
          "HTTPRoute sales/orders",
          [
            "    - type: RequestMirror\n      requestMirror:\n        backendRef:\n"
              + "          name: orders-shadow\n          port: 8080\n"
          ]
        )
      ]),
    Pattern(
      folder: "mirror-of-a-part",
      objects: [
        (
          "HTTPRoute sales/orders",
          [
            "        backendRef:\n          name: orders-shadow\n          port: 8080\n"
              + "        percent: 15\n"
          ]
        )
      ]),
    Pattern(
      folder: "pools-and-outliers",
      objects: [
        (
          "DestinationRule demo/greeter",
          [
            "simple: ROUND_ROBIN", "maxConnections: 80", "http1MaxPendingRequests: 40",
            "    outlierDetection:\n      consecutive5xxErrors: 4\n      interval: 20s\n"
              + "      baseEjectionTime: 45s\n      maxEjectionPercent: 40\n",
          ]
        )
      ]),
  ]

  private static let annotated: MigrationOptions = {
    var options = MigrationOptions()
    options.gateway.annotations = [
      GatewayAnnotation(key: "service.beta.kubernetes.io/aws-load-balancer-type", value: "nlb")
    ]
    return options
  }()

  @Test("come out of an Ingress", arguments: patterns)
  func pattern(_ pattern: Pattern) throws {
    let path = "testdata/seeds/\(pattern.folder)/ingress.yaml"
    let settings = "testdata/seeds/\(pattern.folder)/gatewright.yaml"
    var options = pattern.options
    if House.paths.contains(settings) {
      options = try SettingsFile(Input(name: settings, text: House.text(of: settings))).options
    }
    options.writesProvenance = false
    let migration = migrate([Input(name: path, text: House.text(of: path))], options: options)
    #expect(migration.report.verification?.unexplained.count == 0)
    for (object, fragments) in pattern.objects {
      let manifest = migration.manifests.first { "\($0.reference)" == object }
      let yaml = try #require(manifest?.yaml, "\(object) is not written")
      for fragment in fragments {
        #expect(yaml.contains(fragment), "\(object) lacks:\n\(fragment)\nin\n\(yaml)")
      }
    }
  }

  @Test("are all on the page, which names no other")
  func page() {
    let page = House.text(of: "docs/seeds.md")
    let folders = Set(
      House.paths.filter { $0.hasPrefix("testdata/seeds/") }.map {
        String($0.split(separator: "/")[2])
      })
    #expect(folders == Set(Self.patterns.map(\.folder)))
    #expect(folders.filter { !page.contains("`\($0)`") } == [])
  }
}
