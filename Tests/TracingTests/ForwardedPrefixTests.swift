import Routing
import Testing
import Tracing

@Suite("the prefix that backends are told")
struct ForwardedPrefixTests {
  @Test(
    "is filled with the groups of the rewrite",
    arguments: [
      ("/$1", "/(a|b)/(.*)", "/b/x", "/b"), ("/p", "/a", "/a/x", "/p"),
      ("/$2/$1", "/(a)/(.*)", "/A/x", "/x/A"), ("/$9", "/(a)", "/a", "/"),
      ("/${1}x", "/(a)", "/a", "/ax"), ("/$x", "/(a)", "/a", "/$x"),
      // Where the pattern is not found there are no groups to fill in.
      ("/$1", "/(b)", "/a", "/$1"),
    ])
  func groups(_ prefix: String, _ pattern: String, _ path: String, _ expected: String) {
    let answer = Sites.answer(
      [.rewritePath(.captures(pattern: pattern, target: "/new")), .forwardedPrefix(prefix)],
      to: Request(host: "a.test", target: path))
    #expect(answer.upstreamHeaders == [Header("x-forwarded-prefix", expected)])
  }
}
