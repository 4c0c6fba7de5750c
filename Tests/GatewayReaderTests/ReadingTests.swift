import Evidence
import GatewayReader
import Kubernetes
import Routing
import Testing

@Suite("reading Gateway API")
struct ReadingTests {
  @Test("serves nothing of a Gateway of another class")
  func foreignClass() {
    let reading = Manifests.read(
      Manifests.gateway(class: "envoy", listeners: Manifests.open), Manifests.service,
      Manifests.route())
    #expect(reading.codes == ["gateway-of-another-class", "gateway-route-detached"])
    #expect(reading.outcome("a.test") == .failed("no listener"))
  }

  @Test("takes a class whose GatewayClass names Istio's controller")
  func ownClass() {
    let gatewayClass = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: GatewayClass
      metadata: {name: edge}
      spec: {controllerName: istio.io/gateway-controller}
      """
    let reading = Manifests.read(
      Manifests.gateway(class: "edge", listeners: Manifests.open), Manifests.service,
      Manifests.route(), gatewayClass)
    #expect(reading.findings.isEmpty)
    #expect(reading.outcome("a.test") == .web)
  }

  @Test("gives a port to the first listener by name when HTTP and HTTPS want it")
  func portConflict() {
    let listeners = """
      [{name: b, port: 80, protocol: HTTPS, tls: {certificateRefs: [{name: c}]}}, \
      {name: a, port: 80, protocol: HTTP, \(Manifests.fromAll)}]
      """
    let reading = Manifests.read(
      Manifests.gateway(listeners: listeners), Manifests.service, Manifests.route())
    #expect(reading.outcome("a.test") == .web)
    #expect(reading.codes == ["gateway-listener-not-served"])
  }

  @Test(
    "names what is lost",
    arguments: [
      (
        "filters: [{type: ExtensionRef, extensionRef: {group: g, kind: Kind, name: named}}]",
        "gateway-route-dropped"
      ),
      (
        "matches: [{path: {type: RegularExpression, value: '/a(?=b)'}}]",
        "gateway-route-table-refused"
      ),
      ("backendRefs: [{name: gone, port: 80}]", "gateway-backend-missing"),
      ("backendRefs: [{name: web.app, port: 80}]", "gateway-route-dropped"),
      ("backendRefs: [{name: web, port: 81}]", "gateway-backend-missing"),
      (
        "matches: [{path: {value: /}}, {path: {type: RegularExpression, value: /a}}]",
        "gateway-rules-unreachable"
      ),
    ])
  func losses(_ rule: String, _ code: String) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(rule: rule))
    #expect(reading.codes == [code])
  }

  @Test(
    "refuses the table for header values that are no format strings",
    arguments: [
      ("100%", false), ("100%%", true), ("%REQ(X-A)%", true), ("%REQ(X-A?Y-B):8%", true),
      ("%REQ%", false), ("%PROTOCOL%", true), ("%NO_SUCH_COMMAND%", false), ("%protocol%", false),
      ("a % b", false),
    ])
  func formats(_ value: String, _ isServed: Bool) {
    let filter =
      "{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x, value: '\(value)'}]}}"
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service,
      Manifests.route(rule: "{filters: [\(filter)], backendRefs: [{name: web, port: 80}]}"))
    #expect(reading.outcome("a.test") == (isServed ? .web : .notFound))
  }

  @Test("looks at one Gateway when it is named, and at all together otherwise")
  func severalGateways() {
    let manifests = [
      Manifests.gateway("one", listeners: Manifests.open),
      Manifests.gateway("two", listeners: Manifests.open), Manifests.service,
      Manifests.route("a", host: "a.test", parent: "one"),
      Manifests.route("b", host: "b.test", parent: "two"),
    ].joined(separator: "\n---\n")
    let all = Manifests.read(manifests)
    #expect(all.findings.isEmpty)
    #expect([all.outcome("a.test"), all.outcome("b.test")] == [.web, .web])
    let two = Manifests.read(manifests, gateway: ObjectName("infra", "two"))
    #expect([two.outcome("a.test"), two.outcome("b.test")] == [.notFound, .web])
  }

  @Test("says so when two Gateways serve one host on one port")
  func clash() {
    let reading = Manifests.read(
      Manifests.gateway("one", listeners: Manifests.open),
      Manifests.gateway("two", listeners: Manifests.open), Manifests.service,
      Manifests.route("a", parent: "one"), Manifests.route("b", parent: "two"))
    #expect(reading.codes == ["gateways-clash"])
  }
}

@Suite("routes of one host that write its name differently")
struct HostListTests {
  /// A route without hostnames and one with the listener's own.
  private func outcome(_ target: String, every: String, named: String) -> Answer.Outcome {
    let listener =
      "[{name: http, port: 80, protocol: HTTP, hostname: a.test, \(Manifests.fromAll)}]"
    return Manifests.read(
      Manifests.gateway(listeners: listener), Manifests.service,
      Manifests.route("every", host: "", rule: every), Manifests.route("named", rule: named)
    ).outcome("a.test", target)
  }

  @Test("are two lists, so that a catch-all of the one does not cut the other off")
  func catchAll() {
    let regex = "{matches: [{path: {type: RegularExpression, value: '/x.*'}}]}"
    let everything = "backendRefs: [{name: web, port: 80}]"
    #expect(outcome("/x1", every: everything, named: regex) == .notFound)
    #expect(outcome("/y", every: everything, named: regex) == .web)
  }

  @Test("are not sorted together: the list of `*` comes first")
  func order() {
    let short = "{matches: [{path: {value: /a}}], backendRefs: [{name: web, port: 80}]}"
    let long = "matches: [{path: {value: /a/b}}]"
    #expect(outcome("/a/b", every: short, named: long) == .web)
  }
}
