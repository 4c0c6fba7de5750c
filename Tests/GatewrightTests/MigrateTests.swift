import Evidence
import Gatewright
import Testing

@Suite("migrate")
struct MigrateTests {
  @Test("writes a weighted route for a canary")
  func canary() {
    let migration = migrate(Shop.input(Shop.services, Shop.stable, Shop.canary))
    let routes = migration.manifests.filter { $0.reference.kind == "HTTPRoute" }
    #expect(routes.map(\.reference.namespace) == ["shop"])
    #expect(routes.first?.yaml.contains("weight: 25") == true)
    #expect(routes.first?.yaml.contains("weight: 75") == true)
  }

  @Test("counts what it reads and writes")
  func counts() {
    let deployment = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
    let summary = migrate(Shop.input(Shop.services, deployment, Shop.stable)).report.summary
    #expect(summary.objectsRead == 5)
    #expect(summary.skipped == ["apps/v1 Deployment": 1])
    #expect(summary.ingresses == 1)
    #expect(summary.emitted["HTTPRoute"] == 1)
  }

  @Test("hands over each object once, in the order of the collected result")
  func streaming() {
    let inputs = Shop.input(Shop.services, Shop.stable, Shop.canary)
    var streamed: [Manifest] = []
    let report = migrate(inputs, options: MigrationOptions()) { streamed.append($0) }
    #expect(!streamed.isEmpty)
    #expect(Migration(manifests: streamed, report: report) == migrate(inputs))
  }

  @Test("gives the same for any order of inputs that carry their ages")
  func order() {
    let parts = [Shop.services, Shop.stable, Shop.canary].enumerated().map {
      Input(name: "\($0.offset).yaml", text: $0.element)
    }
    #expect(migrate(parts) == migrate(parts.reversed()))
  }

  @Test("goes on after an input that cannot be read")
  func unreadable() {
    let missing = Input(name: "gone.yaml", unreadable: "No such file or directory")
    let migration = migrate([missing] + Shop.input(Shop.services, Shop.stable))
    #expect(migration.report.hasUnreadableInput)
    #expect(migration.report.worstSeverity == .error)
    #expect(migration.manifests.contains { $0.reference.kind == "HTTPRoute" })
  }

  @Test("says that there is no object in an empty input")
  func empty() {
    #expect(migrate([Input]()).report.hasUnreadableInput)
    #expect(migrate(Shop.input("# nothing\n")).report.hasUnreadableInput)
    #expect(!migrate(Shop.input(Shop.services)).report.hasUnreadableInput)
  }

  @Test("takes the Gateway's name, namespace, class and annotations from the options")
  func gateway() {
    var options = MigrationOptions()
    options.gateway.name = "edge"
    options.gateway.namespace = "infra"
    options.gateway.className = "istio-edge"
    options.gateway.annotations = [GatewayAnnotation(key: "lb/type", value: "nlb")]
    let migration = migrate(Shop.input(Shop.services, Shop.stable), options: options)
    let gateway = migration.manifests.first { $0.reference.kind == "Gateway" }
    #expect(
      gateway?.reference == ObjectReference(kind: "Gateway", namespace: "infra", name: "edge"))
    #expect(gateway?.yaml.contains("gatewayClassName: istio-edge") == true)
    #expect(gateway?.yaml.contains("lb/type: nlb") == true)
  }

  @Test("says where objects came from unless it is told not to")
  func provenance() {
    var options = MigrationOptions()
    let inputs = Shop.input(Shop.services, Shop.stable)
    let said = migrate(inputs, options: options).manifests.map(\.yaml).joined()
    options.writesProvenance = false
    let unsaid = migrate(inputs, options: options).manifests.map(\.yaml).joined()
    #expect(said.contains("shop.yaml:"))
    #expect(!unsaid.contains("shop.yaml"))
    #expect(!unsaid.contains("#"))
  }
}
