import Evidence
import Kubernetes
import Testing

@testable import IngressNGINX

@Suite("Annotations without effect")
struct ObsoleteAnnotationTests {
  @Test(
    "are reported by what they were, with the whole key",
    arguments: [
      ("nginx.ingress.kubernetes.io/secure-backends", "annotation-removed", Severity.warning),
      ("nginx.ingress.kubernetes.io/secure-verify-ca-secret", "annotation-removed", .warning),
      ("nginx.ingress.kubernetes.io/global-rate-limit", "annotation-removed", .warning),
      ("nginx.ingress.kubernetes.io/global-rate-limit-window", "annotation-removed", .note),
      ("nginx.ingress.kubernetes.io/lua-resty-waf", "annotation-removed", .warning),
      ("nginx.ingress.kubernetes.io/lua-resty-waf-debug", "annotation-removed", .note),
      ("nginx.ingress.kubernetes.io/influxdb-host", "annotation-removed", .note),
      ("nginx.ingress.kubernetes.io/hsts", "annotation-never-existed", .note),
      ("nginx.ingress.kubernetes.io/jaeger-service-name", "annotation-never-existed", .note),
      ("nginx.ingress.kubernetes.io/something-else", "annotation-unknown", .note),
      ("nginx.ingress.kubernetes.io/rewrite-targt", "annotation-unknown", .note),
      ("nginx.ingress.kubernetes.io/whitelist-source-ranges", "annotation-unknown", .warning),
      ("ingress.kubernetes.io/rewrite-target", "annotation-of-another-controller", .note),
      ("ingress.kubernetes.io/auth-secret", "annotation-of-another-controller", .warning),
      ("nginx.org/websocket-services", "annotation-of-another-controller", .note),
      ("nginx.ingress.kubernets.io/app-root", "annotation-of-another-controller", .note),
      ("ngnix.ingress.kubernetes.io/auth-url", "annotation-of-another-controller", .warning),
      ("nginx.com/jwt-key", "annotation-of-another-controller", .warning),
      ("kubernetes.io/ingress.allow-http", "annotation-of-another-controller", .warning),
    ])
  func keys(_ key: String, _ code: String, _ severity: Severity) {
    let found = Self.findings([key])
    #expect(found.map(\.rule.code) == [code])
    #expect(found.map(\.severity) == [severity])
    #expect(found.map(\.field) == [key])
  }

  @Test(
    "are no annotations that somebody else reads, nor the class",
    arguments: ["kubernetes.io/ingress.class", "cert-manager.io/issuer", "kubernetes.io/tls-acme"])
  func others(_ key: String) {
    #expect(Self.findings([key]).isEmpty)
  }

  @Test("say what took their place, or what was meant")
  func remedies() {
    let prefix = annotationPrefix + "/"
    #expect(
      Self.findings([prefix + "grpc-backend"]).map(\.remedy)
        == ["Write backend-protocol instead, or remove it."])
    #expect(
      Self.findings([prefix + "influxdb-host"]).map(\.before)
        == ["ingress-nginx read it up to release 1.7, and ignores it without a word today."])
    #expect(
      Self.findings([prefix + "use-regx"]).map(\.message) == ["did you mean \(prefix)use-regex?"])
    #expect(
      Self.findings(["ingress.kubernetes.io/app-root"]).map(\.remedy)
        == ["Write \(prefix)app-root if ingress-nginx should do it, and remove this one."])
  }

  @Test("are not read by any family, and their successors are")
  func successors() {
    for obsolete in ObsoleteAnnotation.all { #expect(Family.byKey[obsolete.key] == nil) }
    let keys = ObsoleteAnnotation.all.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  private static func findings(_ keys: [String]) -> [Finding] {
    let annotations = keys.map { Annotation(key: $0, value: "x") }
    let ingress = Ingress(
      metadata: Metadata(name: "web", namespace: "shop", annotations: annotations))
    let prefixed = PrefixedAnnotations(annotations)
    return annotationFindings(
      ingress, prefixed, IngressSettings.read(prefixed), prefix: annotationPrefix)
      + foreignAnnotationFindings(ingress, prefix: annotationPrefix)
  }
}
