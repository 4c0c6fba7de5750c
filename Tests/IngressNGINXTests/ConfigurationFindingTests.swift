import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("findings about paths, Services and values")
struct ConfigurationFindingTests {
  private func finding(_ code: String, _ reading: Reading) -> Finding? {
    reading.findings.first { $0.rule.code == code }
  }

  @Test("a custom resource behind a path is skipped")
  func resource() {
    var ingress = sample()
    ingress.rules[0].paths?[0].backend = .resource(
      apiGroup: "example.com", kind: "Bucket", name: "files")
    let reading = read(Cluster(ingress))
    #expect(finding("backend-resource-skipped", reading)?.message == "Bucket files")
    #expect(answer(Cluster(ingress)).line == "404")
  }

  @Test("TLS of an Ingress that names no host has no effect")
  func tls() {
    var ingress = sample(host: "")
    ingress.tls = [IngressTLS(hosts: ["a.example.com"], secretName: "tls")]
    #expect(read(Cluster(ingress)).codes.contains("tls-without-host"))
    #expect(!read(Cluster(sample())).codes.contains("tls-without-host"))
  }

  @Test("two Ingresses that want other connections to one Service are told what each wants")
  func connections() {
    let quick = sample("z", annotations: prefixed(["proxy-connect-timeout": "1"]), path: "/z")
    let slow = sample("a", annotations: prefixed(["proxy-connect-timeout": "9"]), path: "/a")
    let cluster = Cluster(quick, slow).with(["load-balance": "ewma"])
    #expect(
      finding("connection-settings-conflict", read(cluster))?.message
        == "Service shop/web port 80: http, least request, connect timeout 9s here, "
        + "http, least request, connect timeout 1s by Ingress shop/z")
  }

  @Test(
    "values are ignored where nobody validates them, and cost no more than their group",
    arguments: [
      (["limit-rps": "5", "limit-allowlist": "office"], ["limit-allowlist"]),
      (["proxy-read-timeout": "5s"], ["proxy-read-timeout"]),
      (["custom-http-errors": "x"], ["custom-http-errors"]),
      (["upstream-vhost": "a b"], []),
      (["enable-cors": "yes"], ["enable-cors"]),
    ])
  func unvalidated(_ annotations: [String: String], _ ignored: [String]) {
    var options = ControllerOptions()
    options.validatesAnnotations = false
    let reading = read(Cluster(sample(annotations: prefixed(annotations))), options: options)
    #expect(reading.state == "accepted")
    let fields = reading.findings.filter {
      $0.rule.code.hasPrefix("annotation-value") || $0.rule.code == "annotation-fails-open"
    }
    .map { $0.field.replacing("nginx.ingress.kubernetes.io/", with: "") }
    #expect(fields == ignored)
  }

  @Test("default-backend that is not there is ignored")
  func missingDefaultBackend() {
    let cluster = Cluster(sample(annotations: prefixed(["default-backend": "gone"])))
      .with(service: "web")
    #expect(read(cluster).codes.contains("annotation-value-ignored"))
    #expect(answer(cluster).line == "shop/web:80 /")
  }
}
