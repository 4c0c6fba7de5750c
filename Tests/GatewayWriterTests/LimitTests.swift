import GatewayWriter
import Routing
import Testing

@Suite("limits of Gateway API")
struct LimitTests {
  @Test("sixteen rules in an object, and none is lost")
  func rules() {
    let paths = (0..<40).map { "/p\($0)" }
    let objects = written(site([GatewayWriterTests.host("a.com", paths)])).objects
    let routes = objects.bodies("HTTPRoute")
    #expect(objects.names("HTTPRoute") == ["shop/web", "shop/web-2", "shop/web-3"])
    #expect(routes.map { $0.items("spec", "rules").count } == [16, 16, 8])
  }

  @Test("a canary's rules stay together")
  func canaries() {
    let routes = (0..<4).map { canaryRoute("/p\($0)") }
    let host = Host(pattern: .exact("a.com"), routes: routes)
    let bodies = written(site([host])).objects.bodies("HTTPRoute")
    #expect(bodies.map { $0.items("spec", "rules").count } == [15, 5])
  }

  @Test("sixteen hostnames in an object")
  func hostnames() {
    let hosts = (10..<30).map { self.host("h\($0).com") }
    let bodies = written(site(hosts)).objects.bodies("HTTPRoute")
    #expect(bodies.map { $0.items("spec", "hostnames").count }.sorted() == [4, 16])
  }

  @Test("sixty-four listeners on the Gateway, the rest in ListenerSets by namespace")
  func listeners() {
    let names = (100..<300).map { "h\($0).com" }
    let secrets = Dictionary(uniqueKeysWithValues: names.map { ($0, "shop/\($0)") })
    let hosts = names.map { GatewayWriterTests.host($0, ["/"], ingress: $0) }
    let objects = written(site(hosts, secrets: secrets)).objects
    let gateway = objects.bodies("Gateway").first
    #expect(gateway?.items("spec", "listeners").count == 1)
    #expect(gateway?.text("spec", "allowedListeners", "namespaces", "from") == "Selector")
    let sets = ["", "-2", "-3", "-4"].map { "shop/ingress\($0)" }
    #expect(objects.names("ListenerSet") == sets)
    let counts = objects.bodies("ListenerSet").map { $0.items("spec", "listeners").count }
    #expect(counts == [64, 64, 64, 8])
    #expect(objects.names("ReferenceGrant").isEmpty)
  }

  @Test("sixteen objects in a ReferenceGrant")
  func grants() {
    let names = (10..<40).map { "h\($0).com" }
    let secrets = Dictionary(uniqueKeysWithValues: names.map { ($0, "shop/\($0)") })
    let hosts = names.map { self.host($0) }
    let objects = written(site(hosts, secrets: secrets)).objects
    let counts = objects.bodies("ReferenceGrant").map { $0.items("spec", "to").count }
    #expect(counts == [16, 14])
  }

  private func host(_ name: String) -> Host { GatewayWriterTests.host(name, ["/"]) }

  private func canaryRoute(_ path: String) -> Route {
    var route = GatewayWriterTests.host("a.com", [path]).routes[0]
    let main = Backend(namespace: "shop", name: "web", port: 80)
    let next = Backend(namespace: "shop", name: "next", port: 80)
    let branches = [
      (Condition.header(name: "X-C", .exact("always")), next),
      (.header(name: "X-C", .exact("never")), main),
      (.cookie(name: "c", value: "always"), next), (.cookie(name: "c", value: "never"), main),
    ].map { Branch(conditions: [$0.0], pool: Pool($0.1)) }
    route.destination = .forward(
      Choice(
        branches: branches, otherwise: Pool([Share(main, weight: 4), Share(next, weight: 1)])))
    return route
  }
}
