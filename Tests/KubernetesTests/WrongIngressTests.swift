import Evidence
import Kubernetes
import Testing

/// One change to the sample Ingress and what it leads to.
struct Change: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var findings: [String]

  init(_ old: String, _ new: String, _ findings: String...) {
    (self.old, self.new, self.findings) = (old, new, findings)
  }

  var testDescription: String { "\(old) -> \(new)" }
}

@Suite("wrong Ingresses")
struct WrongIngressTests {
  @Test(
    "are left out alone, with rule and line",
    arguments: [
      Change(#""true""#, "true", "wrong-type 6"),
      Change(#""true""#, "yes", "wrong-type 6"),
      Change(#""true""#, "on", "wrong-type 6"),
      Change(#""true""#, "20", "wrong-type 6"),
      Change(#""true""#, "1.5", "wrong-type 6"),
      Change(#""true""#, "[a]", "wrong-type 6"),
      Change("ssl-redirect:", "ssl/redirect:", "invalid-value 6"),
      Change("apiVersion: networking.k8s.io/v1", "x: y", "missing-field 1"),
      Change("networking.k8s.io/v1", "networking.k8s.io/v2", "unsupported-version 1"),
      Change("networking.k8s.io/v1", "networking/v1", "unsupported-version 1"),
      Change("kind: Ingress", "kind: ingress", "invalid-value 2"),
      Change("apiVersion: networking.k8s.io/v1", "apiVersion: v1", "unsupported-version 1"),
      Change("name: web\n  ann", "generateName: web-\n  ann", "missing-field 4"),
      Change("name: web\n  ann", "name: Web\n  ann", "invalid-value 4"),
      Change("name: web\n  ann", "name: 7\n  ann", "wrong-type 4"),
      Change("name: web\n  ann", "name: web\n  namespace: a.b\n  ann", "invalid-value 5"),
      Change("name: web\n  ann", "name: web\n  label: {}\n  ann", "unknown-field 5"),
      Change("name: web\n  ann", "name: web\n  labels: {a: 1}\n  ann", "wrong-type 5"),
      Change("name: web\n  ann", "name: web\n  labels: {a: a b}\n  ann", "invalid-value 5"),
      Change(
        "name: web\n  ann", "name: web\n  creationTimestamp: 2024-02-30T00:00:00Z\n  ann",
        "invalid-value 5"),
      Change("  rules:", "  rulez:", "missing-field 8", "unknown-field 11"),
      Change("  tls:\n", "  tls: shop\n  x:\n", "wrong-type 8", "unknown-field 9"),
      Change("[shop.example.com]", "shop.example.com", "wrong-type 9"),
      Change("[shop.example.com]", "[ok.example.com, 'a b']", "invalid-value 9"),
      Change("secretName: cert", "secretName: Cert_1", "invalid-value 10"),
      Change("- host: shop.example.com", "- host: shop.example.com:8080", "invalid-value 12"),
      Change("- host: shop.example.com", "- host: 'a*.example.com'", "invalid-value 12"),
      Change("- host: shop.example.com", "- host: https://shop", "invalid-value 12"),
      Change("- path: /", "- pth: /", "api-server-would-refuse 15", "unknown-field 15"),
      Change("pathType: Prefix", "pathType: prefix", "invalid-value 16"),
      Change("            pathType: Prefix\n", "", "missing-field 15"),
      Change("name: web\n                port", "port", "missing-field 19"),
      Change(
        "name: web\n                port", "name: web.x\n                port", "invalid-value 19"),
      Change("number: 80", "number: 99999", "invalid-value 21"),
      Change("number: 80", "number: 0", "invalid-value 21"),
      Change("number: 80", "number: '80'", "wrong-type 21"),
      Change("number: 80", "number: -0x1", "invalid-value 21"),
      Change("number: 80", "number: 99999999999999999999", "wrong-type 21"),
      Change("number: 80", "name: too-long-a-port-name", "invalid-value 21"),
      Change("number: 80", "number: 80\n                  name: http", "invalid-value 21"),
      Change("port:\n                  number: 80", "port: 80", "wrong-type 20"),
      Change("port:\n                  number: 80", "port: {}", "missing-field 20"),
      Change(
        "backend:\n", "backend:\n              resource: {kind: B, name: b}\n", "invalid-value 18"),
      Change(
        "service:\n", "service: ~\n              x:\n", "missing-field 18", "unknown-field 19"),
    ])
  func leftOut(_ change: Change) {
    check(change)
  }

  @Test(
    "that ingress-nginx serves are kept with a warning",
    arguments: [
      Change("- host: shop.example.com", "- host: Shop.Example.com", "api-server-would-refuse 12"),
      Change("- host: shop.example.com", "- host: a_b.example.com", "api-server-would-refuse 12"),
      Change("- host: shop.example.com", "- host: 10.0.0.1", "api-server-would-refuse 12"),
      Change(
        "name: web\n                port", "name: y\n                port",
        "api-server-would-refuse 19"),
      Change("[shop.example.com]", "[SHOP.example.com]", "api-server-would-refuse 9"),
      Change("- path: /", "- path: shop", "api-server-would-refuse 15"),
      Change("- path: /", "- path: /a//b", "api-server-would-refuse 15"),
      Change("- path: /", "- path: /a/../b", "api-server-would-refuse 15"),
      Change("- path: /", "- path: /a%2fb", "api-server-would-refuse 15"),
      Change("- path: /", "- path: /a/.", "api-server-would-refuse 15"),
      Change("name: web\n  ann", "name: web\n  name: web\n  ann", "duplicate-key 5"),
    ])
  func kept(_ change: Change) {
    check(change, isKept: true)
  }

  @Test(
    "is what a correct one is not",
    arguments: [
      Change("- host: shop.example.com", "- host: '*.example.com'"),
      Change("- path: /", "- path: /a(/|$)(.*)"),
      Change("pathType: Prefix", "pathType: ImplementationSpecific"),
      Change("number: 80", "number: 0x50"),
      Change("number: 80", "name: http-2"),
      Change("name: web\n  ann", "name: web\n  creationTimestamp: null\n  ann"),
      Change("name: web\n  ann", "name: web\n  managedFields: [{x: 1}]\n  ann"),
      Change("spec:\n", "status: {loadBalancer: {}}\nspec:\n"),
      Change(
        "service:\n                name: web\n                port:\n                  number: 80",
        "resource: {apiGroup: a.io, kind: Bucket, name: b}"),
    ])
  func accepted(_ change: Change) {
    check(change, isKept: true)
  }

  private func check(_ change: Change, isKept: Bool = false) {
    #expect(Sample.ingress.contains(change.old))
    let text = Sample.ingress.replacing(change.old, with: change.new, maxReplacements: 1)
    let cluster = imported(text + "\n---\n" + Sample.betaIngress)
    #expect(cluster.findings.map(mark).sorted() == change.findings.sorted())
    #expect(cluster.ingresses.map(\.metadata.name) == (isKept ? ["web", "old"] : ["old"]))
    #expect(cluster.objectCount == 2)
  }
}
