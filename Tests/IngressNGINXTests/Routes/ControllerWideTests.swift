import IngressNGINX
import Kubernetes
import Routing
import Testing

@Suite("what the ConfigMap does to every route")
struct ControllerWideTests {
  private func line(
    _ settings: [String: String], _ annotations: [String: String] = [:],
    headers: [(String, String)] = [], client: String = "203.0.113.10", path: String = "/"
  ) -> String {
    let cluster = Cluster(sample(annotations: prefixed(annotations), path: path)).with(settings)
    let request = Request(
      host: "a.example.com", target: path, headers: headers.map { Header($0.0, $0.1) },
      clientAddress: client)
    return answer(cluster, request).line
  }

  @Test(
    "user agents and referers are compared ignoring case, or by expression",
    arguments: [
      ("block-user-agents", "User-Agent", "Bad.Bot", "bad.bot", "403"),
      ("block-user-agents", "User-Agent", "Bad.Bot", "badxbot", "ok"),
      ("block-user-agents", "User-Agent", "Bad.Bot", "bad.bot/1", "ok"),
      ("block-user-agents", "User-Agent", "~^Bad", "Bad/1", "403"),
      ("block-user-agents", "User-Agent", "~^Bad", "bad/1", "ok"),
      ("block-user-agents", "User-Agent", "~*bad", "a BAD one", "403"),
      ("block-user-agents", "User-Agent", "a,~*bad", "A", "403"),
      ("block-referers", "Referer", "~*spam\\.example", "https://SPAM.example/x", "403"),
      ("block-referers", "Referer", "~*spam\\.example", "https://spamXexample/x", "ok"),
    ])
  func blocked(_ key: String, _ header: String, _ entry: String, _ sent: String, _ verdict: String)
  {
    let line = line([key: entry], headers: [(header, sent)])
    #expect(line == (verdict == "403" ? "403" : "shop/web:80 /"))
  }

  @Test(
    "addresses are for every location; one with lists of its own has them instead",
    arguments: [
      (["block-cidrs": "192.0.2.0/24"], [:], "192.0.2.1", "403"),
      (["block-cidrs": "192.0.2.0/24"], [:], "198.51.100.1", "ok"),
      (["block-cidrs": "192.0.2.0/24"], ["allowlist-source-range": "192.0.2.1"], "192.0.2.1", "ok"),
      (["whitelist-source-range": "10.0.0.0/8"], [:], "192.0.2.1", "403"),
      (
        ["whitelist-source-range": "10.0.0.0/8"], ["whitelist-source-range": "192.0.2.0/24"],
        "192.0.2.1", "ok"
      ),
      (["denylist-source-range": "192.0.2.0/24"], [:], "192.0.2.1", "403"),
      (
        ["denylist-source-range": "192.0.2.0/24"], ["denylist-source-range": "10.0.0.1"],
        "192.0.2.1", "ok"
      ),
    ] as [([String: String], [String: String], String, String)])
  func addresses(
    _ settings: [String: String], _ annotations: [String: String], _ client: String,
    _ verdict: String
  ) {
    let line = line(settings, annotations, client: client)
    #expect(line == (verdict == "403" ? "403" : "shop/web:80 /"))
  }

  @Test("block-cidrs holds for hosts that nobody has, too")
  func defaultServer() {
    let cluster = Cluster(sample()).with(["block-cidrs": "192.0.2.0/24"])
    let request = Request(host: "nobody.example.com", clientAddress: "192.0.2.1")
    #expect(answer(cluster, request).line == "403")
    #expect(answer(cluster, Request(host: "nobody.example.com")).line == "404")
  }

  @Test("custom-http-errors hold for hosts that nobody has, too")
  func errorPages() {
    var options = ControllerOptions()
    options.defaultBackendService = ObjectName("shop", "errors")
    let cluster = Cluster(sample()).with(service: "web").with(service: "errors")
    var request = Request(host: "nobody.example.com", target: "/x")
    request.world.backend = WorldAnswer(status: 418)
    #expect(answer(cluster, request, options: options).line == "shop/errors:80 /x")
    let listed = cluster.with(["custom-http-errors": "418"])
    #expect(answer(listed, request, options: options).line == "shop/errors:80 /")
  }

  private static let service = "http://auth.example.com/status/401"

  @Test(
    "global-auth-url asks for every location that does not opt out or ask another service",
    arguments: [
      ([:], "/", "401"), (["enable-global-auth": "false"], "/", "shop/web:80 /"),
      (["auth-url": "http://auth.example.com/status/200"], "/", "shop/web:80 /"),
      ([:], "/.well-known/acme-challenge", "shop/web:80 /.well-known/acme-challenge"),
    ] as [([String: String], String, String)])
  func globalAuthentication(_ annotations: [String: String], _ path: String, _ line: String) {
    #expect(self.line(["global-auth-url": Self.service], annotations, path: path) == line)
  }

  @Test("global sign-in names the parameter as told, else rd")
  func globalSignIn() {
    let settings = ["global-auth-url": Self.service, "global-auth-signin": "http://in.example.com"]
    let address = "http://a.example.com%2F"
    #expect(line(settings) == "302 http://in.example.com?rd=\(address)")
    let named = settings.merging(["global-auth-signin-redirect-param": "next"]) { $1 }
    #expect(line(named) == "302 http://in.example.com?next=\(address)")
  }

  @Test("add-headers go onto every answer, proxy-set-headers to every backend")
  func headers() {
    let cluster = Cluster(sample()).with([
      "add-headers": "shop/answers", "proxy-set-headers": "shop/requests",
    ]).with(map: "answers", ["X-Frame-Options": "DENY", "X-A": "1"]).with(
      map: "requests", ["X-B": "2"])
    let answer = answer(cluster)
    #expect(answer.responseHeaders == [Header("x-a", "1"), Header("x-frame-options", "DENY")])
    #expect(answer.upstreamHeaders == [Header("x-b", "2")])
    let missing = Cluster(sample()).with(["add-headers": "shop/answers", "proxy-set-headers": "x"])
    #expect(IngressNGINXTests.answer(missing).responseHeaders.isEmpty)
  }

  @Test("server-snippet answers before locations are chosen, location-snippet inside each")
  func snippets() {
    #expect(line(["server-snippet": "return 418;"], ["app-root": "/x"]) == "418")
    #expect(line(["location-snippet": "return 418;"]) == "418")
    #expect(line(["server-snippet": "location = /other { return 418; }"]) == "shop/web:80 /")
  }

  @Test("http-snippet holds for every server")
  func httpSnippet() {
    let settings = ["http-snippet": "more_set_headers \"X-A: 1\";"]
    let cluster = Cluster(sample()).with(settings)
    for host in ["a.example.com", "nobody.example.com"] {
      #expect(answer(cluster, Request(host: host)).responseHeaders == [Header("x-a", "1")])
    }
  }

  @Test(
    "ModSecurity refuses by its rules where a snippet switches its engine on",
    arguments: [
      (["enable-modsecurity": "true"], [:], false),
      (["enable-modsecurity": "true", "modsecurity-snippet": "SecRuleEngine On"], [:], true),
      (
        ["enable-modsecurity": "true", "modsecurity-snippet": "SecRuleEngine DetectionOnly"], [:],
        false
      ),
      ([:], ["enable-modsecurity": "true", "modsecurity-snippet": "x\nSecRuleEngine  on"], true),
      (
        ["enable-modsecurity": "false"],
        ["enable-modsecurity": "true", "modsecurity-snippet": "SecRuleEngine On"], false
      ),
      (["modsecurity-snippet": "SecRuleEngine On"], [:], false),
    ] as [([String: String], [String: String], Bool)])
  func modSecurity(
    _ annotations: [String: String], _ settings: [String: String], _ refuses: Bool
  ) {
    let critical = ["annotations-risk-level": "Critical", "allow-snippet-annotations": "true"]
    let cluster = Cluster(sample(annotations: prefixed(annotations)))
      .with(settings.merging(critical) { $1 })
    #expect(answer(cluster).conditions == (refuses ? ["the rules of ModSecurity"] : []))
  }

  @Test("use-forwarded-headers believes who the client is")
  func forwarded() {
    let sent = [("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Proto", "https")]
    let annotations = ["allowlist-source-range": "10.0.0.0/8", "force-ssl-redirect": "true"]
    #expect(
      line(["use-forwarded-headers": "true"], annotations, headers: sent) == "shop/web:80 /")
    #expect(line([:], annotations, headers: sent) == "308 https://a.example.com")
    #expect(
      line(["enable-real-ip": "true"], annotations, headers: sent) == "308 https://a.example.com")
  }

  @Test("no-tls-redirect-locations go by the path of the Ingress")
  func exempt() {
    let path = "/.well-known/acme-challenge/"
    #expect(line([:], ["force-ssl-redirect": "true"], path: path) == "shop/web:80 \(path)")
    #expect(
      line(["no-tls-redirect-locations": "/x"], ["force-ssl-redirect": "true"], path: path)
        == "308 https://a.example.com/.well-known/acme-challenge")
  }

  @Test(
    "service-upstream sends to the Service's address, whatever stands behind it",
    arguments: [
      (["service-upstream": "true"], [:], "", "shop/web:80 /"), ([:], [:], "", "503"),
      ([:], ["service-upstream": "true"], "", "shop/web:80 /"),
      (["service-upstream": "true"], ["service-upstream": "false"], "", "503"),
      (["service-upstream": "true"], ["service-upstream": "yes"], "", "503"),
      (["service-upstream": "true"], [:], "None", "503"),
    ] as [([String: String], [String: String], String, String)])
  func serviceUpstream(
    _ settings: [String: String], _ annotations: [String: String], _ address: String,
    _ line: String
  ) {
    let cluster = Cluster(sample(annotations: prefixed(annotations))).with(settings)
      .with(service: "web", endpoints: 0, clusterIP: address)
    #expect(answer(cluster).line == line)
  }
}
