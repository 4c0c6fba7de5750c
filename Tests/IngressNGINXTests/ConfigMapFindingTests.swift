import Evidence
import Kubernetes
import Routing
import Testing

@testable import IngressNGINX

@Suite("findings about the controller's ConfigMap")
struct ConfigMapFindingTests {
  @Test(
    "tell slips, useless values and what is not carried over",
    arguments: [
      ("ssl-redirect", "false", []), ("proxy-read-timeout", "60", []),
      ("proxy-read-timeout", "30", ["configmap-key-not-carried-over warning"]),
      ("proxy-body-size", "8m", ["configmap-key-not-carried-over error"]),
      ("global-auth-url", "http://a.example/", ["configmap-key-not-carried-over error"]),
      ("access-log-path", "/dev/stdout", ["configmap-key-not-carried-over note"]),
      ("use-gzip", "true", ["configmap-key-not-carried-over warning"]),
      ("use-gzip", "yes", ["configmap-value-ignored warning"]),
      ("no-such-key", "x", ["configmap-key-unknown note"]),
      (
        "whitelist-source-range", "10.0.0.0/8,office",
        ["configuration-refused error", "configmap-key-not-carried-over error"]
      ),
      ("denylist-source-range", "office", ["configuration-refused error"]),
      (
        "custom-http-errors", "404,x",
        ["configmap-value-ignored warning", "configmap-key-not-carried-over warning"]
      ),
    ])
  func codes(_ key: String, _ value: String, _ codes: [String]) {
    let reading = read(Cluster(sample()).with([key: value]))
    // What a writer may say is its own to account for; here it says nothing.
    let open = reading.site.settings.all.map { $0.notCarriedOver() }
    let findings = (reading.findings + open).filter { $0.subject?.kind == "ConfigMap" }
    #expect(findings.map { "\($0.rule.code) \($0.severity)" } == codes)
    #expect(findings.allSatisfy { $0.field == "data.\(key)" })
  }

  @Test(
    "ask whether one known key was meant",
    arguments: [
      ("proxy-body-sise", "proxy-body-size"), ("proxy-bodysize", "proxy-body-size"),
      ("ssl-redirects", "ssl-redirect"), ("server-snippets", "server-snippet"),
      ("keepalive", "keep-alive"), ("proxy-red-timeout", "proxy-read-timeout"),
      // As near to proxy-read-timeout as to proxy-send-timeout.
      ("proxy-rend-timeout", nil), ("something-else", nil),
    ])
  func suggestion(_ key: String, _ meant: String?) {
    let finding = read(Cluster(sample()).with([key: "x"])).findings
      .first { $0.rule == .configMapKeyUnknown }
    #expect(finding?.message == meant.map { "Did you mean \($0)?" } ?? "")
  }
}
