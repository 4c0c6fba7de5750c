import Routing
import Testing
import Tracing

@Suite("rewrites")
struct RewriteTests {
  private func line(
    _ path: PathMatch, _ rewrite: PathRewrite, _ target: String, nginx: Bool
  ) -> String {
    let hosts = [Sites.host([Sites.route(path, [.rewritePath(rewrite)])])]
    return Answering(nginx ? Sites.nginx(hosts) : Sites.envoy(hosts))
      .answer(to: Request(host: "a.test", target: target)).line
  }

  @Test(
    "nginx fills captures into the target",
    arguments: [
      ("/something(/|$)(.*)", "/$2", "/something", "app /"),
      ("/something(/|$)(.*)", "/$2", "/something/new?a=b", "app /new?a=b"),
      ("/something(/|$)(.*)", "/$2", "/SOMETHING/New", "app /New"),
      ("/something(/|$)(.*)", "/$2", "/something/a%20b", "app /a%20b"),
      ("/something(/|$)(.*)", "/$2", "/something/a%2Fb//c", "app /a/b/c"),
      (
        "/something(/|$)(.*)", "/$2", "/something/%2B%3F%23%25%C3%A9%22", "app /+%3F%23%25%C3%A9%22"
      ),
      ("/something(/|$)(.*)", "/$2", "/something/\"x", "app /%22x"),
      ("/something(/|$)(.*)", "/$2", "/something/{é}?", "app /%7B%C3%A9%7D"),
      ("/q(.*)", "/x?$1", "/q?b=1", "app /x?&b=1"), ("/q(.*)", "/x?$1", "/q?", "app /x"),
      ("/q(.*)", "/x?y=$1", "/q+&", "app /x?y=%2B%26"), ("/q(.*)", "/x?y=$1", "/q<", "app /x?y=<"),
      ("/app", "/", "/app/a/b", "app /"),
      ("/app", "/base/", "/x/app", "app /base/"), ("/(.*)", "$1", "/", "500"),
      ("/(.*)", "/$2/${1}", "/k", "app //k"),
      ("/u/([^/]+)/p/([0-9]+)", "/profile/$2/of/$1", "/u/k/p/2", "app /profile/2/of/k"),
      ("/nope", "/x", "/a%20b", "app /a%20b"), ("/a", "/x?y=1", "/a?z=2", "app /x?y=1&z=2"),
      ("/a", "/x?", "/a?z=2", "app /x"), ("/a", "/x?y=1", "/a", "app /x?y=1"),
      ("/old/(.*)", "http://new.test/$1", "/old/x?y=1", "302 http://new.test/x?y=1"),
      ("/old/(.*)", "https://new.test/$1", "/old/a%20b", "302 https://new.test/a%20b"),
      ("/old(.*)", "http://new.test/$1", "/old%2B<?", "302 http://new.test/+<"),
      ("/old(.*)", "http://new.test/$1", "/old%26;x%20", "302 http://new.test/&;x%20"),
      ("/old(.*)", "http://new.test/$1", "/old%5C%3F\\", "302 http://new.test/\\?%5C"),
      ("/old(.*)", "http://new.test/?z=$1", "/old+?k=1", "302 http://new.test/?z=%2B&k=1"),
      ("/(", "/x", "/a", "app /a"), ("/a", "/$", "/a", "app /$"),
      ("/a", "/${1", "/a", "app /$%7B1"),
    ])
  func captures(_ pattern: String, _ target: String, _ sent: String, _ expected: String) {
    let rewrite = PathRewrite.captures(pattern: pattern, target: target)
    #expect(line(.text("/"), rewrite, sent, nginx: true) == expected)
  }

  @Test(
    "Envoy replaces prefixes by whole elements",
    arguments: [
      ("/foo", "/", "/foo", "app /"), ("/foo", "/", "/foo/", "app /"),
      ("/foo", "/", "/foo/x/y?z=1", "app /x/y?z=1"), ("/foo", "", "/foo?z=1", "app /?z=1"),
      ("/foo", "/", "/foo//x", "app //x"), ("/foo", "/xyz", "/foo", "app /xyz"),
      ("/foo", "/xyz", "/foo/", "app /xyz/"), ("/foo/", "/xyz/", "/foo/bar?q", "app /xyz/bar?q"),
      ("/foo", "/xyz", "/foo//x", "app /xyz//x"), ("/", "/xyz", "/", "app /xyz"),
      ("/", "/xyz", "/foo/bar?q=1", "app /xyzfoo/bar?q=1"), ("/", "/xyz//", "/foo", "app /xyz/foo"),
      ("/", "/", "/foo", "app /foo"),
    ])
  func prefixes(_ prefix: String, _ value: String, _ sent: String, _ expected: String) {
    #expect(line(.prefix(prefix), .prefix(value), sent, nginx: false) == expected)
  }

  @Test(
    "Envoy substitutes as RE2 replaces",
    arguments: [
      ("/.*", "/xyz\\0", "/foo/bar?q=1", "app /xyz/foo/bar?q=1"),
      ("/.*", "/a\\\\1b", "/x", "app /a\\1b"),
      ("^/foo(/?)(.*)", "/\\2", "/foo/x", "app /x"), ("o", "0", "/foo", "app /f00"),
      ("x*", "-", "/a", "app -/-a-"), ("(?=a)", "x", "/a", "app /a"), ("b", "\\9", "/ab", "app /a"),
      ("a", "\\q\\", "/a", "app /\\q\\"),
    ])
  func substitutions(
    _ pattern: String, _ replacement: String, _ sent: String, _ expected: String
  ) {
    let rewrite = PathRewrite.substitution(pattern: pattern, replacement: replacement)
    #expect(line(.prefix("/"), rewrite, sent, nginx: false) == expected)
  }

  @Test("a full path keeps the query; a new host replaces the Host header")
  func full() {
    let hosts = [
      Sites.host([
        Sites.route(.prefix("/"), [.rewritePath(.full("/new")), .rewriteHost("up.test:8080")])
      ])
    ]
    let request = Request(host: "a.test:80", target: "/foo/x?y=1")
    let answer = Answering(Sites.envoy(hosts)).answer(to: request)
    #expect(answer.line == "app /new?y=1")
    #expect(answer.upstreamHost == "up.test:8080")
  }
}
