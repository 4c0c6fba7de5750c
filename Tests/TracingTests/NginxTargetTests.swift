import Routing
import Testing
import Tracing

@Suite("targets as nginx reads them")
struct NginxTargetTests {
  private static let answering = Answering(
    Sites.nginx([
      Sites.host([
        Sites.route(.exact("/exact"), to: "exact"), Sites.route(.prefix("/foo"), to: "foo"),
        Sites.route(.exact("/"), to: "root"), Sites.route(.text("/é/"), to: "utf"),
        Sites.route(.exact("/blank x"), to: "blank"), Sites.route(.exact("/a#b"), to: "hash"),
      ])
    ]))

  @Test(
    "routes see the decoded path, backends the raw target",
    arguments: [
      ("/foo", "foo /foo"), ("/foo/", "foo /foo/"), ("/foobar", "404"), ("/FOO", "404"),
      ("//foo", "foo //foo"), ("/foo//x", "foo /foo//x"), ("/foo%2Fbar", "foo /foo%2Fbar"),
      ("/%66oo", "foo /%66oo"), ("/x/../foo", "foo /x/../foo"), ("/foo/./bar", "foo /foo/./bar"),
      ("/foo/..%2fexact", "exact /foo/..%2fexact"), ("/foo\\bar", "404"),
      ("/foo?x=/../y", "foo /foo?x=/../y"), ("/foo#frag", "foo /foo#frag"),
      ("/foo#f?q", "foo /foo#f?q"), ("/a%23b", "hash /a%23b"), ("/blank%20x", "blank /blank%20x"),
      ("/%C3%A9/", "utf /%C3%A9/"), ("/", "root /"), ("//", "root //"), ("/.", "root /."),
      ("/x/..", "root /x/.."), ("/foo/..", "root /foo/.."), ("/exact/.", "404"),
      ("/foo;x=1", "404"), ("/foo/%2e%2e/exact", "exact /foo/%2e%2e/exact"),
      ("/../x", "400"), ("/foo/../../x", "400"), ("/foo/%zz", "400"), ("/foo/%4", "400"),
      ("/foo%00", "400"), ("/foo bar", "400"), ("", "400"), ("*", "400"), ("foo", "400"),
      ("http://a.test/foo?q", "foo /foo?q"), ("HTTP://a.test", "root /"),
      ("ftp://a.test/foo", "foo /foo"), ("x1+.-://A.TEST:/foo", "foo /foo"),
      ("http://u@a.test/foo", "400"), ("http://a_b.test/foo", "400"), ("http://a.test#f", "400"),
      ("http://a.test:x/foo", "400"), ("http://[::1]:80/foo", "404"), ("http:///foo", "400"),
    ])
  func target(_ target: String, _ expected: String) {
    let answer = Self.answering.answer(to: Request(host: "a.test", target: target))
    #expect(answer.line == expected)
  }

  @Test(
    "every method is served but two, and those after the rest was read",
    arguments: [
      ("TRACE", "/foo", "405"), ("CONNECT", "/foo", "405"), ("TRACE", "/../x", "400"),
      ("G_-", "/foo", "foo /foo"), ("get", "/foo", "400"), ("F1", "/foo", "400"),
    ])
  func method(_ method: String, _ target: String, _ expected: String) {
    let request = Request(method: method, host: "a.test", target: target)
    #expect(Self.answering.answer(to: request).line == expected)
  }

  @Test("an absolute target chooses the host, the Host header travels on")
  func absoluteForm() {
    let request = Request(host: "other.test", target: "http://a.test/foo")
    let answer = Self.answering.answer(to: request)
    #expect(answer.line == "foo /foo")
    #expect(answer.upstreamHost == "other.test")
  }
}
