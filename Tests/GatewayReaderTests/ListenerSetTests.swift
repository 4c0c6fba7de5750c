import GatewayReader
import Routing
import Testing

@Suite("listener sets")
struct ListenerSetTests {
  @Test(
    "are admitted by allowedListeners, by default by none",
    arguments: [
      ("", false), ("allowedListeners: {}", false),
      ("allowedListeners: {namespaces: {from: All}}", true),
      ("allowedListeners: {namespaces: {from: Same}}", false),
      ("allowedListeners: {namespaces: {from: None}}", false),
      ("allowedListeners: {namespaces: {from: Selector}}", false),
      (
        "allowedListeners: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}", true
      ),
      (
        "allowedListeners: {namespaces: {from: Selector, selector: {matchLabels: {team: b}}}}",
        false
      ),
    ])
  func admission(_ allowed: String, _ isServed: Bool) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open, more: allowed), Manifests.service, Self.set,
      Self.route)
    #expect(
      Self.ports(reading) == (isServed ? [80, 8080] : [80]))
  }

  @Test("do not take routes that name only the Gateway")
  func routesOfGateway() {
    let reading = Manifests.read(
      Manifests.gateway(
        listeners: Manifests.open, more: "allowedListeners: {namespaces: {from: All}}"),
      Manifests.service, Self.set, Manifests.route())
    let hosts = reading.site.listeners.map(\.hosts.count)
    #expect(hosts == [1, 0])
  }

  private static func ports(_ reading: Reading) -> [Int] { reading.site.listeners.map(\.port) }

  private static let set = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: app, labels: {team: a}}
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: ListenerSet
    metadata: {name: more, namespace: app}
    spec:
      parentRef: {name: gw, namespace: infra}
      listeners: [{name: extra, port: 8080, protocol: HTTP}]
    """

  private static let route = """
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: web, namespace: app}
    spec:
      parentRefs: [{kind: ListenerSet, name: more}]
      rules: [{backendRefs: [{name: web, port: 80}]}]
    """
}
