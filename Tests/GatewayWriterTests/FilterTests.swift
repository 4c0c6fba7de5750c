import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("filters")
struct FilterTests {
  /// The first rule of a host whose only route does this.
  private func rule(
    _ behaviours: [Behaviour], path: PathMatch = .prefix("/")
  ) -> (node: Node?, codes: [String]) {
    var host = GatewayWriterTests.host("a.com", ["/"])
    host.routes[0].behaviours = behaviours
    host.routes[0].path = path
    let result = written(site([host]))
    let rules = result.objects.bodies("HTTPRoute").first?.items("spec", "rules")
    return (rules?.first, result.findings.map(\.rule.code))
  }

  private func filter(_ type: String, _ rule: Node?) -> Node? {
    rule?.items("filters").first { $0.text("type") == type }
  }

  @Test(
    "a fixed redirect is taken apart; the rule has no backend, whether or not it can be said",
    arguments: [
      ("https://b.com/x", "https b.com - /x"), ("https://b.com", "https b.com - /"),
      ("http://B.com:8080/x?y=1", "http b.com 8080 /x?y=1"), ("/moved", "- - - /moved"),
      ("https://b.com$request_uri", "https b.com - -"), ("https://b.com/$1", nil),
      ("https://b.com/x#y", nil), ("ftp://b.com/", nil), ("https://b_c.com/", nil),
    ] as [(String, String?)])
  func redirects(_ target: String, _ parts: String?) {
    let redirect = Redirect(status: 308, target: .literal(target))
    let rule = rule([.redirect(redirect)]).node
    let said = filter("RequestRedirect", rule)?["requestRedirect"].map { node in
      [
        node.text("scheme"), node.text("hostname"), node.text("port"),
        node.text("path", "replaceFullPath"),
      ].map { $0 ?? "-" }.joined(separator: " ")
    }
    #expect(said == parts)
    #expect(rule != nil && rule?.items("backendRefs").isEmpty == true)
  }

  @Test("statuses that no filter answers leave the rule without a backend", arguments: [300, 304])
  func statuses(_ status: Int) {
    let redirect = Redirect(status: status, target: .literal("https://b.com/"))
    let rule = rule([.redirect(redirect)]).node
    #expect(rule?.items("filters").isEmpty == true && rule?.items("backendRefs").isEmpty == true)
  }

  @Test(
    "a rewrite by captures becomes the filter that does the same",
    arguments: [
      ("/app", "/", "ReplaceFullPath /", "RegularExpression"),
      ("/app", "/base/$1", "ReplaceFullPath /base/", "RegularExpression"),
      ("/app(/|$)(.*)", "/$2", "ReplacePrefixMatch /", "PathPrefix"),
      ("/app(/|$)(.*)", "/api/$2", "ReplacePrefixMatch /api", "PathPrefix"),
      ("/app/(.*)", "/$1", "ReplacePrefixMatch /", "PathPrefix"),
      ("/(.*)", "/$1", nil, "RegularExpression"),
      ("/a/([0-9]+)", "/b/$1", nil, "RegularExpression"),
      ("/app(/|$)(.*)", "/$1/$2", nil, "RegularExpression"),
    ] as [(String, String, String?, String)])
  func rewrites(_ pattern: String, _ target: String, _ modifier: String?, _ type: String) {
    let rule = rule(
      [.rewritePath(.captures(pattern: pattern, target: target))],
      path: .pattern(PathPattern(pattern, .start))
    ).node
    let path = filter("URLRewrite", rule)?["urlRewrite"]?["path"]
    let said = path.map { node in
      let value = node.text("replaceFullPath") ?? node.text("replacePrefixMatch") ?? ""
      return "\(node.text("type") ?? "") \(value)"
    }
    #expect(said == modifier)
    #expect(rule?.items("matches").first?.text("path", "type") == type)
  }

  @Test("a prefix stays an expression where nginx asks another path before it")
  func overlaps() {
    var host = GatewayWriterTests.host("a.com", ["/1", "/2"])
    let patterns = ["/app/[a-z]+/longer/text", "/app(/|$)(.*)"]
    for (index, pattern) in patterns.enumerated() {
      host.routes[index].path = .pattern(PathPattern(pattern, .start))
    }
    host.routes[1].behaviours = [
      .rewritePath(.captures(pattern: patterns[1], target: "/$2"))
    ]
    let rules = written(site([host])).objects.bodies("HTTPRoute").flatMap {
      $0.items("spec", "rules")
    }
    let types = rules.map { $0.items("matches").first?.text("path", "type") }
    #expect(types == ["RegularExpression", "RegularExpression"])
  }

  @Test("a percent sign in a header is doubled, and no list holds more than sixteen")
  func headers() {
    let many = (10..<30).map { Header("x-\($0)", "\($0)%") }
    let result = rule([.responseHeaders(HeaderChange(set: many))])
    let set = filter("ResponseHeaderModifier", result.node)?.items("responseHeaderModifier", "set")
    #expect(set?.count == 16)
    #expect(set?.first?.text("name") == "X-10" && set?.first?.text("value") == "10%%")
  }

  @Test(
    "another host is a rewrite where it is a name, and a header where it is not",
    arguments: [
      ("b.com", "b.com", nil), ("b.com:8080", nil, "b.com:8080"), ("b_c", nil, "b_c"),
      ("$host", nil, nil), ("$http_x", nil, nil),
    ] as [(String, String?, String?)])
  func hosts(_ host: String, _ rewritten: String?, _ header: String?) {
    let rule = rule([.rewriteHost(host)]).node
    #expect(filter("URLRewrite", rule)?.text("urlRewrite", "hostname") == rewritten)
    let set = filter("RequestHeaderModifier", rule)?.items("requestHeaderModifier", "set").first
    #expect(set?.text("value") == header)
  }
}
