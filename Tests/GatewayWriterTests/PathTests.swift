import Testing

@testable import GatewayWriter

@Suite("paths")
struct PathTests {
  @Test(
    "that nginx can never see are told",
    arguments: [
      ("/", true), ("/a", true), ("/a/", true), ("//a", false), ("/a//b", false), ("/a/./b", false),
      ("/a/..", false), ("/.", false), ("a", false), ("/.well-known/x", true), ("/a.b", true),
    ])
  func reachable(_ path: String, _ expected: Bool) {
    #expect(isReachable(path) == expected)
  }

  @Test(
    "are written as clients send them",
    arguments: [
      ("/a-b_c~d.e", "/a-b_c~d.e"), ("/a b", "/a%20b"), ("/a%20b", "/a%2520b"), ("/ü", "/%C3%BC"),
      ("/a|b{1}", "/a%7Cb%7B1%7D"), ("/(x)+,;=:@&'!*$", "/(x)+,;=:@&'!*$"),
    ])
  func encoding(_ path: String, _ expected: String) {
    #expect(percentEncoded(path) == expected)
  }

  @Test("of a host with expressions are longest first, whatever ties there are")
  func padding() {
    let texts = ["/a.*", "/b.*", "/c", "/C", "/d", "/e.", "/"]
    let lengths = zip(texts, paddings(texts)).map { $0.utf8.count + $1 * noOperation.utf8.count }
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("of one length whose beginnings part never meet")
  func beginnings() {
    let texts = (100..<900).map { "/p\($0)/[a-z]+" }
    #expect(paddings(texts + ["/"]).allSatisfy { $0 == 0 })
    #expect(paddings(["/abcd/[a-z]+"] + texts) == Array(repeating: 0, count: 801))
  }

  @Test(
    "of one length that could meet are told apart",
    arguments: [
      ["/a/.+", "/a/b+"], ["/ab*c", "/a.bc"], ["/a|/b", "/c.d."], ["/AB.", "/ab."],
      ["/abc", "/abc"], ["/ab?c", "/a.*c"],
    ])
  func meetings(_ texts: [String]) {
    #expect(paddings(texts) == [1, 0])
  }

  @Test("with an alternative at the top are wrapped so that only the first branch is anchored")
  func wrapping() {
    #expect(PatternWrapper(for: ["/a", "/b"]).wrap("/a") == "(?is)(?:^/a).*")
    #expect(PatternWrapper(for: ["/a|/b", "/c"]).wrap("/c") == "(?is).*(?:^/c).*")
  }

  @Test(
    "that RE2 cannot say name the construct",
    arguments: ["/a(?=b)", "/(?<!x)y", "/(a)\\1", "/a{1001}", "/(unclosed"])
  func portability(_ path: String) {
    #expect(PatternWrapper(for: [path]).problem(in: path)?.hasPrefix("RE2 knows no ") == true)
    #expect(PatternWrapper(for: ["/a[0-9]+"]).problem(in: "/a[0-9]+") == nil)
  }
}
