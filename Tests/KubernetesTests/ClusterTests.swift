import Evidence
import Kubernetes
import Testing
import YAMLText

@Suite("Cluster")
struct ClusterTests {
  @Test("keeps ports of Services, with targets left out filled in")
  func services() throws {
    let cluster = imported(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        clusterIP: None
        selector: {app: web}
        ports:
          - {name: http, port: 80, targetPort: web, appProtocol: kubernetes.io/ws}
          - {name: dns, port: 53, protocol: UDP, nodePort: 30053}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: out, namespace: shop}
      spec: {type: ExternalName, externalName: api.example.com}
      """)
    #expect(cluster.findings.isEmpty)
    let web = try #require(cluster.services[ObjectName("shop", "web")])
    #expect(
      web.ports == [
        ServicePort(
          name: "http", port: 80, targetPort: .name("web"), appProtocol: "kubernetes.io/ws"),
        ServicePort(name: "dns", port: 53, targetPort: .number(53), transport: "UDP"),
      ])
    #expect(web.clusterIP == "None")
    #expect(web.type == "ClusterIP")
    let out = try #require(cluster.services[ObjectName("shop", "out")])
    #expect(out.type == "ExternalName")
    #expect(out.externalName == "api.example.com")
  }

  @Test("keeps the small kinds")
  func smallKinds() throws {
    let cluster = imported(
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: nginx
        annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
      spec: {controller: k8s.io/ingress-nginx}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: a}}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {use-gzip: "true"}}
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata: {name: grant, namespace: certs}
      spec:
        from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: infra}]
        to: [{group: "", kind: Secret, name: tls}, {group: "", kind: Secret}]
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: web-x, labels: {kubernetes.io/service-name: web}}
      addressType: IPv4
      endpoints:
        - {addresses: [10.0.0.1, 10.0.0.2], conditions: {ready: true}}
        - {addresses: [10.0.0.3], conditions: {ready: false}}
        - {addresses: [10.0.0.4]}
        - {addresses: [10.0.0.5], conditions: {}}
      """)
    #expect(cluster.findings.isEmpty)
    let ingressClass = try #require(cluster.ingressClasses["nginx"])
    #expect(ingressClass.controller == "k8s.io/ingress-nginx")
    #expect(ingressClass.isDefault)
    #expect(cluster.namespaces["shop"]?.labels == ["team": "a"])
    #expect(cluster.configMaps[ObjectName("default", "settings")]?.data.first?.value == "true")
    let grant = try #require(cluster.referenceGrants.first)
    #expect(grant.from.map(\.namespace) == ["infra"])
    #expect(grant.to.map(\.name) == ["tls", nil])
    #expect(cluster.endpointSlices.map(\.serviceName) == ["web"])
    #expect(cluster.endpointSlices.map(\.readyEndpoints) == [4])
  }

  @Test("keeps asked-for kinds whole and counts the others")
  func otherKinds() throws {
    let text = """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r}
      spec: {anything: 1}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
      """
    let cluster = imported(text, keeping: ["gateway.networking.k8s.io/HTTPRoute"])
    #expect(cluster.skipped == ["apps/v1 Deployment": 2])
    let route = try #require(cluster.others.first)
    #expect(route.reference.description == "HTTPRoute default/r")
    #expect(route.body["spec"]?["anything"] == .integer(1))
    #expect(route.metadata.index == 1)
    #expect(route.place.line == 3)
    #expect(imported(text).skipped["gateway.networking.k8s.io/v1 HTTPRoute"] == 1)
  }

  @Test("lets the last of two objects count, with the age of the first")
  func duplicates() throws {
    let later = Sample.ingress.replacing("shop.example.com", with: "new.example.com")
    let cluster = imported(Sample.ingress + "\n---\n" + Sample.betaIngress, later)
    #expect(cluster.findings.map(mark) == ["duplicate-object 1"])
    let finding = try #require(cluster.findings.first)
    #expect(finding.place?.file == "b.yaml")
    #expect(finding.message.contains("a.yaml:1:1"))
    #expect(cluster.ingresses.map(\.metadata.name) == ["web", "old"])
    #expect(cluster.ingresses.first?.rules.map(\.host) == ["new.example.com"])
    #expect(cluster.ingresses.first?.metadata.index == 0)
  }

  @Test("keeps the first of two objects when the second is refused")
  func refusedDuplicate() {
    let later = Sample.ingress.replacing("number: 80", with: "number: 0")
    let cluster = imported(Sample.ingress, later)
    #expect(cluster.findings.map(\.rule) == [.invalidValue])
    #expect(cluster.ingresses.count == 1)
  }
}
