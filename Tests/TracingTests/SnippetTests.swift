import Routing
import Testing
import Tracing

@Suite("snippets")
struct SnippetTests {
  private func directive(_ words: String..., block: [Directive]? = nil) -> Directive {
    Directive(name: words[0], arguments: Array(words.dropFirst()), block: block)
  }

  private func answer(_ directives: [Directive], to request: Request = Request(host: "a.test"))
    -> Answer
  {
    let snippet = Snippet(name: "configuration-snippet", directives: directives)
    return Sites.answer([.snippet(snippet)], to: request)
  }

  @Test(
    "return ends with a status, or sends elsewhere",
    arguments: [
      (["418"], "418"), (["403", "no"], "403"), (["204"], "204"),
      (["301", "https://b.test$request_uri"], "301 https://b.test/a?b=c"),
      (["https://b.test/"], "302 https://b.test/"),
      (["308", "https://${host}/x"], "308 https://a.test/x"),
      (["302", "/login"], "302 http://a.test/login"),
      (["301", "$scheme://b.test"], "301 http://b.test"),
      (["307", "https://b.test/$unknown"], "307 https://b.test/$unknown"),
    ] as [([String], String)])
  func returns(_ words: [String], _ line: String) {
    let request = Request(host: "a.test:81", target: "/a?b=c")
    let answer = answer([Directive(name: "return", arguments: words)], to: request)
    #expect(answer.line == line)
    let isUnknown = words.contains { $0.contains("$unknown") }
    #expect(answer.conditions.isEmpty != isUnknown)
  }

  @Test(
    "if compares a variable with a text or an expression",
    arguments: [
      (["($http_x)"], true), (["($http_y)"], false), (["($http_z)"], false),
      (["($http_x", "=", "Yes)"], true), (["($http_x", "=", "yes)"], false),
      (["($http_x", "!=", "yes)"], true), (["($http_x", "!=", "Yes)"], false),
      (["($http_x", "~", "^Y)"], true), (["($http_x", "~", "^y)"], false),
      (["($http_x", "~*", "^y)"], true), (["($http_x", "~*", "n)"], false),
      (["($http_x", "!~", "^y)"], true), (["($http_x", "!~", "Y)"], false),
      (["($http_x", "!~*", "n)"], true), (["($http_x", "!~*", "^y)"], false),
      (["(", "$http_x", "=", "Yes", ")"], true),
      (["($request_method", "=", "GET)"], true), (["($scheme", "=", "http)"], true),
      (["($arg_q", "=", "1)"], true), (["($cookie_c", "=", "v)"], true),
      (["($args", "=", "q=1)"], true), (["($is_args", "=", "?)"], true),
      (["($uri", "=", "/a", "b)"], nil), (["($uri", "=", "/a/b)"], true),
      (["($host", "=", "a.test)"], true), (["($http_host", "=", "a.test:81)"], true),
      (["($remote_addr", "=", "203.0.113.10)"], true),
      (["($best_http_host", "=", "a.test:81)"], true),
      (["($pass_access_scheme", "=", "http)"], true),
      (["($request_uri", "~", "%2F)"], true),
      // What is not known here.
      (["(-f", "/x)"], nil), (["($geoip_country", "=", "x)"], nil), (["$http_x"], nil),
      (["($http_x", "==", "Yes)"], nil), (["($http_x", "=", "$nothing)"], nil),
    ] as [([String], Bool?)])
  func conditions(_ words: [String], _ holds: Bool?) {
    let request = Request(
      host: "a.test:81", target: "/a%2Fb?q=1",
      headers: [Header("X", "Yes"), Header("Y", "0"), Header("Cookie", "c=v")])
    let test = Directive(name: "if", arguments: words, block: [directive("return", "418")])
    let answer = answer([test], to: request)
    #expect(answer.line == (holds == true ? "418" : "app /a%2Fb?q=1"))
    #expect(answer.conditions.isEmpty == (holds != nil))
  }

  @Test("set fills a variable, which later lines see, and inner blocks do not hide")
  func set() {
    let block = [directive("set", "$a", "${a}b")]
    let lines = [
      directive("set", "$a", "$request_method"), directive("if", "($a)", block: block),
      directive("if", "($a", "=", "GETb)", block: [directive("return", "418")]),
    ]
    #expect(answer(lines).line == "418")
    #expect(answer([directive("set", "$a", "$geoip_country")]).conditions.count == 1)
  }

  @Test(
    "location inside takes its paths",
    arguments: [
      (["=", "/a"], "/a", true), (["=", "/a"], "/a/b", false), (["/a"], "/ab", true),
      (["/a"], "/A", false), (["~", "^/A"], "/a", false), (["~", "b$"], "/a/b", true),
      (["~*", "^/A"], "/a", true), (["^~", "/a"], "/a/b", true), (["^~", "/a"], "/b", false),
      (["?", "/a"], "/a", nil),
    ] as [([String], String, Bool?)])
  func locations(_ words: [String], _ path: String, _ takes: Bool?) {
    let location = Directive(
      name: "location", arguments: words, block: [directive("return", "418")])
    let answer = answer([location], to: Request(host: "a.test", target: path))
    #expect(answer.line == (takes == true ? "418" : "app \(path)"))
    #expect(answer.conditions.isEmpty == (takes != nil))
  }

  @Test("headers are set on the answer and on the way to the backend")
  func headers() {
    let answer = answer([
      directive("more_set_headers", "X-A: 1", "X-B:$request_method", "nonsense"),
      directive("add_header", "X-C", "3"), directive("add_header", "X-C", "4", "always"),
      directive("add_header", "X-D", "$geoip_country"),
      directive("proxy_set_header", "X-E", "$host"),
      directive("proxy_set_header", "X-F", "$geoip_country"),
    ])
    #expect(
      Set(answer.responseHeaders) == [
        Header("x-a", "1"), Header("x-b", "GET"), Header("x-c", "3"), Header("x-c", "4"),
      ])
    #expect(answer.upstreamHeaders == [Header("x-e", "a.test")])
    #expect(answer.conditions == ["what `proxy_set_header` of configuration-snippet does"])
  }

  @Test(
    "add_header without `always` is left out of refusals",
    arguments: [
      ("404", ["x-b", "x-c"]), ("403", ["x-b", "x-c"]), ("200", ["x-b", "x-c", "x-a"]),
      ("204", ["x-b", "x-c", "x-a"]), ("503", ["x-b", "x-c"]),
    ])
  func addedHeaders(_ status: String, _ names: [String]) {
    let answer = answer([
      directive("add_header", "X-A", "1"), directive("add_header", "X-B", "2", "always"),
      directive("more_set_headers", "X-C: 3"), directive("return", status),
    ])
    #expect(answer.responseHeaders.map(\.name) == names)
  }

  @Test("other directives are a condition each, those that change no answer are none")
  func others() {
    let lines = [
      directive("rewrite", "^/a", "/b"), directive("rewrite", "^/c", "/d"),
      directive("gzip", "on"), directive("proxy_read_timeout", "5s"),
      directive("access_by_lua_block", block: []), directive("return"),
    ]
    let conditions = ["rewrite", "access_by_lua_block", "return"].map {
      "what `\($0)` of configuration-snippet does"
    }
    #expect(answer(lines).conditions == conditions)
  }
}
