import Evidence
import Gatewright
import Testing

@Suite("Gateways of namespaces")
struct GatewayOfNamespaceTests {
  @Test("serve the namespaces that they are named for, and the common one the rest")
  func mapping() {
    var options = MigrationOptions()
    options.gateway.ofNamespaces = ["shop": QualifiedName("edge", "shop-gateway")]
    let shop = Shop.ingress(
      "web", host: "shop.example", service: "web",
      annotations: ["whitelist-source-range": "10.0.0.0/8"])
    let other = Shop.ingress("web", host: "other.example", service: "web")
      .replacing("namespace: shop", with: "namespace: other")
    let migration = migrate(Shop.input(Shop.services, shop, other), options: options)
    let gateways = migration.manifests.filter { $0.reference.kind == "Gateway" }
    #expect(
      gateways.map { "\($0.reference.namespace)/\($0.reference.name)" }
        == ["edge/shop-gateway", "istio-ingress/ingress"])
    for route in migration.manifests where route.reference.kind == "HTTPRoute" {
      let isShop = route.reference.namespace == "shop"
      #expect(route.yaml.contains(isShop ? "name: shop-gateway" : "name: ingress"))
    }
    let policies = migration.manifests.filter { $0.reference.kind == "AuthorizationPolicy" }
    #expect(!policies.isEmpty)
    for policy in policies {
      #expect(policy.reference.namespace == "edge")
      #expect(policy.yaml.contains("name: shop-gateway"))
    }
    #expect(migration.report.verification?.unexplained.isEmpty == true)
  }

  @Test("are told where they tear a host apart, and not where two namespaces share one")
  func tornHosts() {
    let first = Shop.ingress("web", host: "shop.example", service: "web")
    let second = Shop.ingress("more", host: "shop.example", service: "web")
      .replacing("namespace: shop", with: "namespace: other").replacing("path: /", with: "path: /x")
    var options = MigrationOptions()
    options.verification.isOn = false
    let codes = {
      Set(
        migrate(Shop.input(Shop.services, first, second), options: options).report.groups.map(
          \.rule.code))
    }
    let both = QualifiedName("edge", "both")
    options.gateway.ofNamespaces = ["shop": both, "other": both]
    #expect(!codes().contains("host-in-several-gateways"))
    options.gateway.ofNamespaces = ["shop": both]
    #expect(codes().contains("host-in-several-gateways"))
  }
}
