import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("findings about canaries")
struct CanaryFindingTests {
  @Test(
    "tell settings that do less than they seem to say",
    arguments: [
      (["canary": "true", "canary-weight": "20"], []),
      (
        ["canary-weight": "20"], ["canary-incomplete", "ingress-unserved", "path-overlaid"]
      ),
      (
        ["canary": "yes", "canary-weight": "20"],
        ["annotation-value-ignored", "canary-incomplete", "ingress-unserved", "path-overlaid"]
      ),
      (["canary": "true"], ["canary-without-rule"]),
      (
        ["canary": "true", "canary-weight": "5", "canary-weight-total": "50"],
        ["canary-weight-total-ignored"]
      ),
      (["canary": "true", "canary-weight": "5", "canary-weight-total": "1000"], []),
      (["canary": "true", "canary-weight": "120"], ["canary-weight-out-of-range"]),
      (
        ["canary": "true", "canary-weight": "-1"],
        ["canary-weight-out-of-range", "canary-without-rule"]
      ),
      (
        ["canary": "true", "canary-weight": "20%"],
        ["annotation-value-ignored", "canary-without-rule"]
      ),
      (
        ["canary": "true", "canary-by-header-value": "v", "canary-weight": "1"],
        ["canary-header-missing"]
      ),
      (
        [
          "canary": "true", "canary-by-header": "X", "canary-by-header-value": "v",
          "canary-by-header-pattern": "p",
        ], ["canary-pattern-hidden"]
      ),
      (
        ["canary": "true", "canary-by-header": "X", "canary-by-header-pattern": "(a"],
        ["canary-pattern-invalid"]
      ),
      (
        ["canary": "true", "canary-weight": "1", "enable-cors": "true"],
        ["annotation-ignored-on-canary"]
      ),
    ])
  func settings(_ annotations: [String: String], _ codes: [String]) {
    let canary = ingress("next", service: "next", annotations)
    #expect(self.codes(of: "next", in: [main, canary]) == codes)
  }

  @Test(
    "tell canaries that are not paired",
    arguments: [
      ("other.example.com", "/", "next", "canary-host-not-served"),
      ("a.example.com", "/x", "next", "canary-unmatched"),
      ("a.example.com", "/", "web", "canary-same-service"),
    ])
  func pairing(_ host: String, _ path: String, _ service: String, _ code: String) {
    let canary = ingress(
      "next", service: service, ["canary": "true", "canary-weight": "1"], host: host, path: path)
    #expect(codes(of: "next", in: [main, canary]) == [code])
  }

  @Test("tell a second canary, and one whose rules are another's")
  func severalCanaries() {
    let weight = ["canary": "true", "canary-weight": "1"]
    let first = ingress("first", service: "next", weight)
    let second = ingress("second", service: "later", weight)
    let shared = ingress("shared", service: "next", weight, host: "b.example.com")
    let other = ingress("other", service: "shop", [:], host: "b.example.com")
    let all = [main, other, first, second, shared]
    #expect(codes(of: "first", in: all) == [])
    #expect(codes(of: "second", in: all) == ["canary-second-ignored"])
    #expect(codes(of: "shared", in: all) == ["canary-policy-of-another"])
  }

  private let main: Ingress = CanaryFindingTests.ingress("main", service: "web", [:])

  private func ingress(
    _ name: String, service: String, _ annotations: [String: String],
    host: String = "a.example.com", path: String = "/"
  ) -> Ingress {
    Self.ingress(name, service: service, annotations, host: host, path: path)
  }

  private static func ingress(
    _ name: String, service: String, _ annotations: [String: String],
    host: String = "a.example.com", path: String = "/"
  ) -> Ingress {
    let annotations = annotations.sorted { $0.key < $1.key }.map {
      Annotation(key: "nginx.ingress.kubernetes.io/\($0.key)", value: $0.value)
    }
    let backend = IngressBackend.service(name: service, port: .number(80))
    let paths = [IngressPath(path: path, type: .prefix, backend: backend)]
    return Ingress(
      metadata: Metadata(name: name, namespace: "shop", annotations: annotations),
      className: "nginx", rules: [IngressRule(host: host, paths: paths)])
  }

  /// The codes of what is said of one Ingress, sorted; ages are the order.
  private func codes(of name: String, in ingresses: [Ingress]) -> [String] {
    var cluster = Cluster()
    cluster.ingresses = ingresses.enumerated().map { index, ingress in
      var ingress = ingress
      ingress.metadata.created = index
      return ingress
    }
    return read(cluster).findings.filter { $0.subject?.name == name }.map(\.rule.code).sorted()
  }
}
