import Testing

@testable import IngressNGINX

@Suite("NearestWord")
struct NearestWordTests {
  @Test(
    "is the one that a misspelled word stands for",
    arguments: [
      ("rewrite-targt", "rewrite-target"), ("rewrite-tagret", "rewrite-target"),
      ("Rewrite-Target", "rewrite-target"), ("rewrite_target", "rewrite-target"),
      ("use-regexx", "use-regex"), ("cnary", "canary"),
      // Three mistakes, no letter near, and too short for a mistake.
      ("rewritetargx", nil), ("something-else", nil), ("us", nil), ("", nil),
      // Two words equally near.
      ("limit-rpx", nil),
    ] as [(String, String?)])
  func words(_ written: String, _ meant: String?) {
    let known = ["canary", "limit-rpm", "limit-rps", "rewrite-target", "use-regex"]
    #expect(nearestWord(to: written, among: known) == meant)
    #expect(nearestWord(to: written, among: known.reversed()) == meant)
  }

  @Test(
    "counts what was added, removed, changed and swapped",
    arguments: [
      ("abc", "abc", 0), ("abc", "abxc", 1), ("abc", "ac", 1), ("abc", "abx", 1), ("abc", "acb", 1),
      ("abcd", "badc", 2), ("", "ab", 2), ("ab", "", 2), ("abc", "xyz", nil), ("a", "abcd", nil),
    ] as [(String, String, Int?)])
  func distance(_ left: String, _ right: String, _ expected: Int?) {
    #expect(mistakes(Array(left.utf8), Array(right.utf8), atMost: 2) == expected)
  }
}
