import Evidence
import GatewayReader
import Kubernetes
import Testing

@Suite("statuses")
struct StatusTests {
  private static func statuses(_ manifests: String...) -> [ObjectStatus] {
    var importer = Importer(keeping: keptKinds)
    importer.read(Array(manifests.joined(separator: "\n---\n").utf8), file: "test.yaml")
    return GatewayReader.statuses(of: importer.cluster)
  }

  private static func reason(
    _ type: String, of kind: String, in statuses: [ObjectStatus]
  ) -> String? {
    let status = statuses.first { $0.object.kind == kind }
    let conditions =
      (status?.conditions ?? []) + (status?.relations.flatMap(\.conditions) ?? [])
      + (status?.listeners.flatMap(\.conditions) ?? [])
    return conditions.first { $0.type == type && $0.reason != type }?.reason
  }

  @Test(
    "of routes tell why no listener takes them, or what their rules point at",
    arguments: [
      ("backendRefs: [{name: web, port: 80}]", "Accepted", nil),
      ("backendRefs: [{name: web, port: 81}]", "ResolvedRefs", nil),
      ("backendRefs: [{name: web.app, port: 80}]", "ResolvedRefs", "InvalidDestination"),
      ("backendRefs: [{name: gone, port: 80}]", "ResolvedRefs", "BackendNotFound"),
      (
        "backendRefs: [{name: web, namespace: infra, port: 80}]", "ResolvedRefs",
        "RefNotPermitted"
      ),
      (
        "backendRefs: [{group: x, kind: Kind, name: web, port: 80}]", "ResolvedRefs",
        "InvalidKind"
      ),
      (

        "filters: [{type: ExtensionRef, extensionRef: {group: g, kind: Kind, name: named}}]",
        "ResolvedRefs", "InvalidFilter"
      ),
    ] as [(String, String, String?)])
  func routes(_ rule: String, _ type: String, _ reason: String?) {
    let statuses = Self.statuses(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(rule: rule))
    #expect(Self.reason(type, of: "HTTPRoute", in: statuses) == reason)
  }

  @Test("are not written for a parent that is not Istio's")
  func strangers() {
    let statuses = Self.statuses(
      Manifests.gateway(class: "other", listeners: Manifests.open), Manifests.route())
    #expect(statuses.map(\.object.kind) == ["HTTPRoute"])
    #expect(statuses.flatMap(\.relations).isEmpty)
  }

  @Test(
    "of listeners tell what Istio does not take",
    arguments: [
      ("{name: l, port: 9, protocol: UDP}", "Accepted", "UnsupportedProtocol"),
      ("{name: l, port: 9, protocol: http}", "Accepted", "UnsupportedProtocol"),
      (
        "{name: l, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: TCPRoute}]}}",
        "ResolvedRefs", "InvalidRouteKinds"
      ),
      (
        "{name: l, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: gone}]}}",
        "ResolvedRefs", "InvalidCertificateRef"
      ),
      (
        "{name: l, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: c, namespace: x}]}}",
        "Programmed", "Invalid"
      ),
    ])
  func listeners(_ listener: String, _ type: String, _ reason: String) {
    let statuses = Self.statuses(Manifests.gateway(listeners: "[\(listener)]"), Manifests.service)
    #expect(Self.reason(type, of: "Gateway", in: statuses) == reason)
  }

  @Test("of ListenerSets that the Gateway does not let in say so")
  func listenerSets() {
    let set = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: ListenerSet
      metadata: {name: more, namespace: app}
      spec:
        parentRef: {name: gw, namespace: infra}
        listeners: [{name: extra, port: 8080, protocol: HTTP}]
      """
    let statuses = Self.statuses(Manifests.gateway(listeners: Manifests.open), set)
    #expect(Self.reason("Accepted", of: "ListenerSet", in: statuses) == "NotAllowed")
  }

  @Test(
    "of BackendTLSPolicies tell of targets and authorities",
    arguments: [
      ("name: web", "wellKnownCACertificates: System", nil),
      ("name: gone", "wellKnownCACertificates: System", "TargetNotFound"),
      ("name: web, sectionName: x", "wellKnownCACertificates: System", "TargetNotFound"),
      ("name: web", "wellKnownCACertificates: Own", "Invalid"),
      (
        "name: web", "caCertificateRefs: [{group: '', kind: ConfigMap, name: gone}]",
        "NoValidCACertificate"
      ),
    ] as [(String, String, String?)])
  func policies(_ target: String, _ validation: String, _ reason: String?) {
    let policy = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: BackendTLSPolicy
      metadata: {name: p, namespace: app}
      spec:
        targetRefs: [{group: '', kind: Service, \(target)}]
        validation: {hostname: web.test, \(validation)}
      """
    let statuses = Self.statuses(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(), policy)
    #expect(Self.reason("Accepted", of: "BackendTLSPolicy", in: statuses) == reason)
  }
}
