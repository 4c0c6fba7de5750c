import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("findings about aliases")
struct AliasFindingTests {
  @Test(
    "tell those that do nothing, and why",
    arguments: [
      ("b.example.com", "c.example.com", ["alias-is-host"]),
      ("a.example.com", "c.example.com", ["alias-is-host"]), ("d.example.com", "c.example.com", []),
      ("d.example.com", "a.example.com", ["aliases-of-older-ingress"]),
    ])
  func idle(_ alias: String, _ host: String, _ codes: [String]) {
    let older = sample(
      "older", annotations: prefixed(["server-alias": "x.example.com"]), host: "a.example.com",
      path: "/a")
    let other = sample("other", host: "b.example.com", path: "/b")
    let young = sample(
      "young", annotations: prefixed(["server-alias": alias]), host: host, path: "/c")
    let findings = read(Cluster(older, other, young)).findings
    let told = findings.filter { $0.subject?.name == "young" && $0.rule.code.contains("alias") }
    #expect(told.map(\.rule.code) == codes)
  }
}
