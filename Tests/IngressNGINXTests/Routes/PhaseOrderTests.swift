import IngressNGINX
import Kubernetes
import Routing
import Testing

@Suite("the order of nginx's phases")
struct PhaseOrderTests {
  private static let all = [
    "proxy-body-size": "1k", "enable-cors": "true",
    "configuration-snippet": "if ($http_stop) { return 418; }",
    "denylist-source-range": "192.0.2.0/24",
    "auth-url": "http://auth.example.com/status/401", "limit-rps": "5",
    "mirror-target": "http://copy.example.com",
  ]

  private func line(_ more: [String: String], _ request: Request) -> String {
    let ingress = sample(annotations: prefixed(Self.all.merging(more) { $1 }))
    let settings = ["annotations-risk-level": "Critical", "allow-snippet-annotations": "true"]
    return answer(Cluster(ingress).with(settings), request).line
  }

  private static let redirects = ["permanent-redirect": "https://b.test"]
  private static let forced = ["force-ssl-redirect": "true"]

  @Test(
    "is app root, body, preflight, snippet, redirect, https, addresses, authentication",
    arguments: [
      (["app-root": "/app"], "GET", "/", 2000, [], "", "302 http://a.example.com/app"),
      (redirects, "OPTIONS", "/", 2000, [], "", "413"),
      (redirects, "OPTIONS", "/", 1024, [], "", "204"),
      (redirects, "GET", "/", 0, ["stop"], "", "418"),
      (redirects, "GET", "/", 0, [], "", "301 https://b.test"),
      (redirects.merging(forced) { $1 }, "GET", "/", 0, [], "", "301 https://b.test"),
      (forced, "GET", "/x", 0, [], "192.0.2.1", "308 https://a.example.com/x"),
      ([:], "GET", "/", 0, [], "192.0.2.1", "403"), ([:], "GET", "/", 0, [], "", "401"),
      (["auth-url": "http://auth.example.com/status/200"], "GET", "/", 0, [], "", "shop/web:80 /"),
      (["proxy-read-timeout": "0"], "GET", "/", 0, [], "", "401"),
      (
        ["proxy-read-timeout": "0", "auth-url": "http://auth.example.com/status/200"], "GET", "/",
        0,
        [], "", "504"
      ),
    ] as [([String: String], String, String, Int, [String], String, String)])
  func order(
    _ annotations: [String: String], _ method: String, _ target: String, _ length: Int,
    _ headers: [String], _ client: String, _ line: String
  ) {
    let request = Request(
      method: method, host: "a.example.com", target: target,
      headers: headers.map { Header($0, "1") },
      clientAddress: client.isEmpty ? "203.0.113.10" : client, bodyLength: length)
    #expect(self.line(annotations, request) == line)
  }

  @Test("a Service without endpoints is 503 before addresses and authentication")
  func noEndpoints() {
    let ingress = sample(annotations: prefixed(Self.all))
    let settings = ["annotations-risk-level": "Critical"]
    let cluster = Cluster(ingress).with(settings).with(service: "web", endpoints: 0)
    let request = Request(host: "a.example.com", clientAddress: "192.0.2.1")
    let answer = answer(cluster, request)
    #expect(answer.line == "503")
    #expect(answer.conditions.isEmpty)
  }

  @Test(
    "bodies of more than 1m are refused where nothing is said, and none with 0",
    arguments: [
      (nil, 1_048_576, "shop/web:80 /"), (nil, 1_048_577, "413"), ("0", 1_048_577, "shop/web:80 /"),
      ("2m", 2_097_152, "shop/web:80 /"), ("2m", 2_097_153, "413"), ("1K", 1025, "413"),
      ("5", 6, "413"), ("1g", 1_048_577, "shop/web:80 /"),
      // The template drops what it does not know: nginx's own 1m is left.
      ("8b", 1000, "shop/web:80 /"), ("8b", 1_048_577, "413"), ("8 m", 1_048_577, "413"),
    ] as [(String?, Int, String)])
  func bodies(_ size: String?, _ length: Int, _ line: String) {
    let annotations = size.map { prefixed(["proxy-body-size": $0]) } ?? [:]
    let request = Request(host: "a.example.com", bodyLength: length)
    #expect(answer(Cluster(sample(annotations: annotations)), request).line == line)
  }

  @Test("limits and the service's consent are conditions, the limits first")
  func conditions() {
    let annotations = Self.all.merging(["auth-url": "http://auth.example.com/", "limit-rpm": "7"]) {
      $1
    }
    let answer = answer(
      Cluster(sample(annotations: prefixed(annotations))).with([
        "annotations-risk-level": "Critical", "limit-req-status-code": "429",
      ]))
    #expect(
      answer.conditions == [
        "at most 5 requests a second of this client (25 more at once, else 429)",
        "at most 7 requests a minute of this client (35 more at once, else 429)",
        "the consent of http://auth.example.com/",
      ])
    #expect(answer.copies == [Copy(method: "GET", host: "copy.example.com", target: "/")])
  }
}
