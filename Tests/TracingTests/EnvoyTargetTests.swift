import Routing
import Testing
import Tracing

@Suite("targets as Envoy reads them")
struct EnvoyTargetTests {
  private static let hosts = [
    Sites.host([
      Sites.route(.exact("/exact"), to: "exact"), Sites.route(.prefix("/foo"), to: "foo"),
      Sites.route(.prefix("/"), to: "root"),
    ])
  ]

  @Test(
    "routes and backends see the normalised path",
    arguments: [
      ("/foo/../exact", "exact /exact"), ("/foo/./x", "foo /foo/x"), ("/%66oo/x", "foo /foo/x"),
      ("/foo%2Fx", "root /foo%2Fx"), ("/foo%2fx", "root /foo%2fx"), ("//foo", "root //foo"),
      ("/foo//x", "foo /foo//x"), ("/foo\\x", "foo /foo/x"),
      ("/foo/..%2fexact", "foo /foo/..%2fexact"), ("/fo%6F", "foo /foo"),
      ("/foo%20x", "root /foo%20x"), ("/foo/%zz", "foo /foo/%zz"), ("/../x", "root /x"),
      ("/foo#frag", "foo /foo"), ("/foo?a=%2F../", "foo /foo?a=%2F../"),
      ("/foo/%2e%2e/x", "root /x"), ("/foo/..", "root /"), ("/foo/.", "foo /foo/"),
      ("/foo/{\"}", "foo /foo/%7B%22%7D"), ("/%C3%A9", "root /%C3%A9"), ("/é", "400"),
      ("/a%00", "400"), ("", "400"), ("*", "400"), ("x", "400"), ("/a b", "400"),
      ("/foo?a#b?c", "foo /foo?a"), ("http://a.test/foo", "foo /foo"),
    ])
  func target(_ target: String, _ expected: String) {
    let answering = Answering(Sites.envoy(Self.hosts))
    #expect(answering.answer(to: Request(host: "a.test", target: target)).line == expected)
  }

  @Test(
    "MERGE_SLASHES merges before matching",
    arguments: [
      ("//foo", "foo /foo"), ("/foo//x", "foo /foo/x"), ("//exact", "exact /exact"),
      ("/foo%2F%2Fx", "root /foo%2F%2Fx"),
    ])
  func merged(_ target: String, _ expected: String) {
    let answering = Answering(Sites.envoy(Self.hosts, slashes: .merged))
    #expect(answering.answer(to: Request(host: "a.test", target: target)).line == expected)
  }

  @Test(
    "DECODE_AND_MERGE_SLASHES decodes slashes too",
    arguments: [
      ("/foo%2Fx", "foo /foo/x"), ("/foo/..%2fexact", "exact /exact"), ("/foo%5Cx", "foo /foo/x"),
      ("/foo%2F%2Fx", "foo /foo/x"),
    ])
  func decoded(_ target: String, _ expected: String) {
    let answering = Answering(Sites.envoy(Self.hosts, slashes: .decodedAndMerged))
    #expect(answering.answer(to: Request(host: "a.test", target: target)).line == expected)
  }

  @Test("only the methods of Envoy's parser pass", arguments: [("get", "400"), ("FOO", "400")])
  func method(_ method: String, _ expected: String) {
    let answering = Answering(Sites.envoy(Self.hosts))
    #expect(answering.answer(to: Request(method: method, host: "a.test")).line == expected)
  }
}
