import Routing
import Testing
import Tracing

@Suite("redirects")
struct RedirectTests {
  private func location(
    _ parts: RedirectParts, path: PathMatch = .prefix("/"), host: String = "a.test",
    target: String = "/", port: Int? = nil, nginx: Bool
  ) -> String? {
    let redirect = Redirect(status: 302, target: .parts(parts))
    let hosts = [
      Sites.host([Route(path: path, destination: .redirect(redirect))])
    ]
    let site = nginx ? Sites.nginx(hosts) : Sites.envoy(hosts, port: port ?? 80)
    let request = Request(host: host, target: target, port: port)
    guard case .answered(302, let location) = Answering(site).answer(to: request).outcome else {
      return nil
    }
    return location
  }

  @Test(
    "nginx's redirect to https drops the port and one final slash",
    arguments: [
      ("a.test", "/", "https://a.test"), ("a.test", "/foo/", "https://a.test/foo"),
      ("a.test", "/foo/?a=b", "https://a.test/foo/?a=b"),
      ("a.test", "/foo?x=/", "https://a.test/foo?x="),
      ("a.test:8080", "/x", "https://a.test/x"), ("A.TEST", "/", "https://A.TEST"),
      ("a.test.", "/", "https://a.test."), ("a.test", "/a//", "https://a.test/a/"),
      ("a.test", "//a%2Fb", "https://a.test//a%2Fb"),
    ])
  func secure(_ host: String, _ target: String, _ expected: String) {
    let parts = RedirectParts(scheme: "https", dropsFinalSlash: true)
    #expect(location(parts, host: host, target: target, nginx: true) == expected)
  }

  @Test(
    "nginx's own redirects",
    arguments: [
      (RedirectParts(scheme: "https"), "a.test", "/a/?x=/", "https://a.test/a/?x=/"),
      (
        RedirectParts(scheme: "https", port: .written(443)), "a.test:80", "/x",
        "https://a.test:443/x"
      ),
      (RedirectParts(path: .full("/foo/")), "A.test:8080", "//foo?q=1", "http://a.test/foo/?q=1"),
      (RedirectParts(path: .full("/a b/")), "a.test", "/a%20b", "http://a.test/a%20b/"),
      (
        RedirectParts(port: .kept, path: .full("/app"), keepsQuery: false), "A.test:8080", "/?x=1",
        "http://A.test:8080/app"
      ),
      (
        RedirectParts(path: .full("/x?y"), keepsQuery: false), "A.test:80", "/?q",
        "http://a.test/x?y"
      ),
      (
        RedirectParts(host: "www.a.test", port: .written(80), dropsFinalSlash: true), "a.test",
        "/a?x=/", "http://www.a.test:80/a?x="
      ),
      (RedirectParts(keepsQuery: false), "a.test", "/a?x=1", "http://a.test/a"),
      (RedirectParts(path: .full("/d/"), isRelative: true), "a.test", "/d?x=1", "/d/?x=1"),
    ])
  func nginx(_ parts: RedirectParts, _ host: String, _ target: String, _ expected: String) {
    #expect(location(parts, host: host, target: target, nginx: true) == expected)
  }

  @Test(
    "Envoy keeps the port of the Host header unless another is written",
    arguments: [
      (RedirectParts(scheme: "https", port: .number(443)), "a.test", "/", nil, "https://a.test/"),
      (RedirectParts(scheme: "https"), "A.test:80", "/x?y", nil, "https://A.test/x?y"),
      (RedirectParts(scheme: "https"), "a.test:8080", "/a", 8080, "https://a.test:8080/a"),
      (
        RedirectParts(host: "new.test", port: .number(8080)), "a.test", "/h", 8080,
        "http://new.test:8080/h"
      ),
      (
        RedirectParts(host: "new.test", port: .number(80)), "a.test:81", "/h", nil,
        "http://new.test/h"
      ),
      (RedirectParts(port: .number(8443)), "a.test:8080", "/p", 8080, "http://a.test:8443/p"),
      (RedirectParts(scheme: "http"), "a.test:8080", "/s", 8080, "http://a.test:8080/s"),
      (RedirectParts(scheme: "https"), "a.test", "/a%2Fb//c", nil, "https://a.test/a%2Fb//c"),
      (RedirectParts(path: .full("/t?x=1")), "a.test", "/e?z=2", nil, "http://a.test/t?x=1"),
      (RedirectParts(path: .full("/t")), "a.test", "/e?z=2", nil, "http://a.test/t?z=2"),
    ] as [(RedirectParts, String, String, Int?, String)])
  func envoy(
    _ parts: RedirectParts, _ host: String, _ target: String, _ port: Int?, _ expected: String
  ) {
    let found = location(parts, host: host, target: target, port: port, nginx: false)
    #expect(found == expected)
  }

  @Test(
    "a redirect's new prefix is taken as written",
    arguments: [
      ("/old", "/new", "/old", "/new"), ("/old", "/new", "/old/", "/new/"),
      ("/old", "/new", "/old/x/y?q=1", "/new/x/y?q=1"), ("/slash", "/new/", "/slash/x", "/new//x"),
      ("/foo", "/", "/foo/x", "//x"), ("/foo", "/", "/foo", "/"), ("/", "/app", "/x", "/appx"),
    ])
  func prefix(_ prefix: String, _ value: String, _ target: String, _ expected: String) {
    let parts = RedirectParts(path: .prefix(value))
    let found = location(parts, path: .prefix(prefix), target: target, nginx: false)
    #expect(found == "http://a.test" + expected)
  }

  @Test("only plain HTTP is sent to https, and a fixed text stays as it is")
  func behaviours() {
    let secure = Redirect(status: 308, target: .parts(RedirectParts(scheme: "https")))
    let fixed = Redirect(status: 301, target: .literal("https://x.test?y"))
    let hosts = [
      Sites.host([
        Sites.route(.exact("/s"), [.secureRedirect(secure)]),
        Sites.route(.prefix("/"), [.redirect(fixed), .secureRedirect(secure)]),
      ])
    ]
    let answering = Answering(Sites.nginx(hosts))
    #expect(
      answering.answer(to: Request(host: "a.test", target: "/s")).line == "308 https://a.test/s")
    let inside = Request(scheme: .https, host: "a.test", target: "/s")
    #expect(answering.answer(to: inside).line == "app /s")
    #expect(
      answering.answer(to: Request(host: "a.test", target: "/x")).line == "301 https://x.test?y")
  }
}
