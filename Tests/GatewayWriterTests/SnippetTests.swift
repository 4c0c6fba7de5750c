import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("snippets as filters")
struct SnippetTests {
  private func said(
    _ directives: [Directive], name: String = "configuration-snippet"
  ) -> (rules: [Node], codes: Set<String>) {
    var host = GatewayWriterTests.host("a.com", ["/"])
    host.routes[0].behaviours = [.snippet(Snippet(name: name, directives: directives))]
    let result = written(site([host]))
    let rules = result.objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    return (rules, Set(result.findings.map(\.rule.code)))
  }

  private func line(_ words: String...) -> Directive {
    Directive(name: words[0], arguments: Array(words.dropFirst()))
  }

  @Test("headers become modifiers, and the route stays open")
  func headers() {
    let result = said([
      line("add_header", "X-A", "1", "always"), line("more_set_headers", "X-B: 50%"),
      line("proxy_hide_header", "X-C"), line("proxy_set_header", "X-D", "$remote_addr"),
    ])
    let filters = result.rules.first?.items("filters") ?? []
    #expect(
      filters.map { $0.text("type") } == ["RequestHeaderModifier", "ResponseHeaderModifier"])
    let set = filters.last?.items("responseHeaderModifier", "set").first
    #expect(set?.text("value") == "50%%")
    #expect(result.rules.first?.items("backendRefs").count == 1)
    #expect(!result.codes.contains("snippet-lost") && !result.codes.contains("snippet-lines-lost"))
  }

  @Test(
    "only lines that may refuse requests close the paths",
    arguments: [
      (["gzip", "on"], false), (["access_log", "off"], false), (["expires", "1h"], false),
      (["set", "$mine", "1"], false), (["set", "$proxy_upstream_name", "x"], true),
      (["auth_basic", "x"], true), (["limit_req", "zone=a"], true), (["if", "($a)"], true),
      (["proxy_pass", "http://b"], true), (["nobody_knows_this"], true),
      (["client_max_body_size", "1m"], true), (["client_max_body_size", "0"], false),
    ] as [([String], Bool)])
  func closing(_ words: [String], _ closes: Bool) {
    let result = said([Directive(name: words[0], arguments: Array(words.dropFirst()))])
    #expect(result.codes.contains("snippet-lost") == closes)
    #expect(result.rules.first?.items("backendRefs").isEmpty == closes)
  }

  @Test("return leaves no backend, and becomes a redirect where it names an address")
  func returns() {
    let moved = said([line("return", "301", "https://b.com$request_uri")]).rules.first
    #expect(moved?.items("filters").first?.text("requestRedirect", "hostname") == "b.com")
    let refused = said([line("return", "403")])
    #expect(refused.rules.first?.items("backendRefs").isEmpty == true)
    #expect(refused.codes.contains("snippet-status-differs"))
  }

  @Test("a single path of a server-snippet is answered before the route")
  func locations() {
    let block = Directive(
      name: "location", arguments: ["=", "/x"], block: [line("return", "302", "https://b.com/")])
    let rewrite = line("rewrite", "^/old$", "https://b.com/new", "permanent")
    let result = said([block, rewrite], name: "server-snippet")
    let paths = result.rules.map { $0.items("matches").first?.text("path", "value") }
    #expect(paths == ["/x", "/old", "/"])
    #expect(result.rules.last?.items("backendRefs").count == 1)
  }
}
