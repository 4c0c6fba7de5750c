import Evidence
import Kubernetes
import Testing

@Suite("Ingress")
struct IngressTests {
  @Test("is read with the place of every part")
  func current() throws {
    let cluster = imported(Sample.ingress)
    #expect(cluster.findings.isEmpty)
    let ingress = try #require(cluster.ingresses.first)
    #expect(ingress.reference.description == "Ingress default/web")
    #expect(ingress.metadata.place == Place(file: "a.yaml", line: 1, column: 1))
    let annotation = try #require(ingress.metadata.annotations.first)
    #expect(annotation.key == "nginx.ingress.kubernetes.io/ssl-redirect")
    #expect(annotation.value == "true")
    #expect(annotation.place == Place(file: "a.yaml", line: 6, column: 5))
    #expect(ingress.tls.map(\.hosts) == [["shop.example.com"]])
    #expect(ingress.tls.map(\.secretName) == ["cert"])
    #expect(ingress.tls.map(\.place.line) == [9])
    #expect(ingress.rules.map(\.host) == ["shop.example.com"])
    let path = try #require(ingress.rules.first?.paths?.first)
    #expect(path.path == "/")
    #expect(path.type == .prefix)
    #expect(path.backend == .service(name: "web", port: .number(80)))
    #expect(path.place.line == 15)
  }

  @Test("is read in the shape of the betas", arguments: ["extensions", "networking.k8s.io"])
  func beta(_ group: String) throws {
    let cluster = imported(Sample.betaIngress.replacing("extensions", with: group))
    #expect(cluster.findings.isEmpty)
    let ingress = try #require(cluster.ingresses.first)
    #expect(ingress.defaultBackend == .service(name: "fallback", port: .name("http")))
    let path = try #require(ingress.rules.first?.paths?.first)
    #expect(path.type == nil)
    #expect(path.backend == .service(name: "web", port: .number(80)))
  }

  @Test("in the shape of another version is refused, field by field")
  func mixedShapes() {
    let old = imported(
      Sample.ingress.replacing("networking.k8s.io/v1", with: "extensions/v1beta1"))
    #expect(old.ingresses.isEmpty)
    #expect(old.findings.map(mark) == ["missing-field 18", "unknown-field 18"])
    let new = imported(
      Sample.betaIngress.replacing("extensions/v1beta1", with: "networking.k8s.io/v1"))
    #expect(new.ingresses.isEmpty)
    #expect(
      Set(new.findings.map(\.field)) == [
        "spec.backend", "spec.rules[0].http.paths[0].pathType",
        "spec.rules[0].http.paths[0].backend.service",
        "spec.rules[0].http.paths[0].backend.serviceName",
        "spec.rules[0].http.paths[0].backend.servicePort",
      ])
  }

  @Test("may have a default backend only, a rule without paths, and no host")
  func sparse() throws {
    let cluster = imported(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: a, namespace: shop}
      spec:
        ingressClassName: nginx
        defaultBackend: {service: {name: web, port: {name: http}}}
        rules: [{}]
      """)
    #expect(cluster.findings.isEmpty)
    let ingress = try #require(cluster.ingresses.first)
    #expect(ingress.metadata.objectName == ObjectName("shop", "a"))
    #expect(ingress.className == "nginx")
    #expect(ingress.defaultBackend == .service(name: "web", port: .name("http")))
    #expect(ingress.rules.map(\.host) == [""])
    #expect(ingress.rules.first?.paths == nil)
  }

  @Test("items of an IngressList need not say what they are")
  func typedList() {
    let cluster = imported(
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressList
      items:
        - metadata: {name: a}
          spec: {defaultBackend: {resource: {kind: Bucket, name: b}}}
      """)
    #expect(cluster.findings.isEmpty)
    #expect(
      cluster.ingresses.map(\.defaultBackend) == [
        .resource(apiGroup: "", kind: "Bucket", name: "b")
      ])
  }
}
