import Evidence
import Gatewright
import Testing

@Suite("rollout")
struct RolloutTests {
  private func report(_ parts: String...) -> Report {
    var options = MigrationOptions()
    options.verification.isOn = false
    return migrate(Shop.input(parts.joined()), options: options).report
  }

  @Test("has its steps in the order of the phases, each in the imperative")
  func order() {
    let steps = report(Shop.services, Shop.stable, Shop.canary).steps
    let phases = steps.map { RolloutStep.Phase.allCases.firstIndex(of: $0.phase) ?? 0 }
    #expect(phases == phases.sorted())
    #expect(Set(steps.map(\.phase)) == Set(RolloutStep.Phase.allCases))
    #expect(steps.allSatisfy { $0.title.hasSuffix(".") && !$0.commands.contains("") })
  }

  @Test("has no step where nothing is written")
  func nothing() {
    #expect(report(Shop.services).steps.isEmpty)
  }

  @Test(
    "asks for the bundle that the written fields need",
    arguments: [([:], "1.1"), (["enable-cors": "\"true\""], "1.5")] as [([String: String], String)])
  func bundle(_ annotations: [String: String], _ version: String) {
    let steps = report(
      Shop.services,
      Shop.ingress("web", host: "shop.example", service: "web", annotations: annotations)
    ).steps
    #expect(steps.contains { $0.title == "Install the CRDs of Gateway API \(version) or later." })
  }

  @Test("deletes the Ingresses of the controller, and no others")
  func cleanUp() {
    let foreign = Shop.ingress(
      "foreign", host: "x.example", service: "web", className: "other")
    let steps = report(Shop.services, Shop.stable, Shop.canary, foreign).steps
    let commands = steps.filter { $0.phase == .cleanUp }.flatMap(\.commands)
    #expect(commands.contains("kubectl delete ingress --namespace shop next web"))
    #expect(!commands.contains { $0.contains("foreign") })
  }

  @Test("hands the owner of the mesh what an authentication service needs, outside the objects")
  func meshConfig() throws {
    let ingress = Shop.ingress(
      "web", host: "shop.example", service: "web",
      annotations: ["auth-url": "http://auth.shop.svc.cluster.local/check"])
    let report = report(Shop.services, ingress)
    let fragment = try #require(report.meshConfigFragment)
    #expect(fragment.hasPrefix("# For the owner of the mesh"))
    #expect(fragment.contains("\nextensionProviders:\n"))
    let comment = try #require(report.meshConfigComment)
    #expect(comment.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    #expect(comment.contains("#   extensionProviders:\n"))
    #expect(report.steps.contains { $0.title.contains("extensionProviders") })
    #expect(self.report(Shop.services, Shop.stable).meshConfigFragment == nil)
  }
}
