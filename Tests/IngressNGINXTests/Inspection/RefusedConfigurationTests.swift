import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("configurations that nginx refuses")
struct RefusedConfigurationTests {
  private func refusals(_ cluster: Cluster) -> [String] {
    inspect(cluster).inspection.refusals.map { $0.replacing(" (Ingress shop/web)", with: "") }
  }

  @Test(
    "name the value that the controller takes and nginx does not",
    arguments: [
      ("proxy-connect-timeout", "-1", "-1 is below zero"), ("proxy-connect-timeout", "0", nil),
      ("proxy-send-timeout", "-5", "-5 is below zero"),
      ("proxy-read-timeout", "-60", "-60 is below zero"),
      ("proxy-next-upstream-tries", "-1", "-1 is below zero"),
      ("proxy-next-upstream-timeout", "-1", "-1 is below zero"),
      ("proxy-buffer-size", "8g", "nginx knows no unit g here"),
      ("proxy-buffer-size", "8G", "nginx knows no unit G here"),
      ("proxy-buffer-size", "8b", "nginx knows no unit b here"), ("proxy-buffer-size", "8k", nil),
      ("proxy-buffer-size", "8", nil),
      ("mirror-target", "http://a.invalid/", "a.invalid does not resolve"),
      ("mirror-target", "http://a.example.com/", nil),
      ("custom-http-errors", "404503", "404503 is no status"), ("custom-http-errors", "599", nil),
    ] as [(String, String, String?)])
  func values(_ key: String, _ value: String, _ fault: String?) {
    let cluster = Cluster(sample(annotations: prefixed([key: value])))
    #expect(refusals(cluster) == (fault.map { [$0] } ?? []))
    let codes = read(cluster).codes
    #expect(codes.contains("configuration-refused") == (fault != nil))
  }

  @Test(
    "name the path that is no expression, once the host has expressions",
    arguments: [
      ("/a(b", true), ("/[", true), ("/a(b)", false), ("/*", false), ("/a**", true),
      ("/(?<n>a)(?<n>b)", true),
    ])
  func expressions(_ path: String, _ isRefused: Bool) {
    let plain = sample("web", path: path)
    #expect(refusals(Cluster(plain)).isEmpty)
    let regex = sample("regex", annotations: prefixed(["use-regex": "true"]), path: "/r")
    let found = refusals(Cluster(plain, regex))
    #expect(found.count == (isRefused ? 1 : 0))
    let start = "a.example.com\(path): no valid regular expression ("
    #expect(found.allSatisfy { $0.hasPrefix(start) })
  }

  @Test("name the location that stands twice")
  func twice() {
    #expect(
      refusals(Cluster(sample("a", path: "/x"), sample("web", path: "/x/"))).map {
        $0.replacing(" (Ingress shop/a)", with: "")
      } == ["a.example.com/x: the location stands twice"])
    // Expressions may.
    let regex = prefixed(["use-regex": "true"])
    #expect(
      refusals(
        Cluster(
          sample("a", annotations: regex, path: "/x"),
          sample("web", annotations: regex, path: "/x/"))
      ).isEmpty)
  }

  @Test("name the www of a wildcard")
  func www() {
    let annotations = prefixed(["from-to-www-redirect": "true"])
    let wildcard = sample(annotations: annotations, host: "*.example.com")
    #expect(refusals(Cluster(wildcard)) == ["www.*.example.com is no server name"])
    #expect(refusals(Cluster(sample(annotations: annotations))).isEmpty)
  }
}
