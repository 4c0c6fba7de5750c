import Patterns
import Testing

@Suite("what RE2 makes of a pattern")
struct RE2ReadingTests {
  private func reading(_ pattern: String) throws -> RE2Reading {
    guard case .accepted(let reading) = RE2Verdict(pattern) else {
      throw PatternError(pattern)
    }
    return reading
  }

  private struct PatternError: Error {
    var pattern: String
    init(_ pattern: String) { self.pattern = pattern }
  }

  @Test(
    "sizes are those of RE2's own programs",
    arguments: [
      ("", 4), ("abc", 7), ("(abc)", 9), ("a*", 5), ("a+", 6), ("a?", 6), ("a{3}", 7),
      ("a{0,5}", 14), ("a{2,}", 7), (".", 12), ("(?s).", 11), ("[a-z]", 5), ("[^/]+", 13),
      ("(?i)abc", 7), ("(?i)k", 8), ("\\w", 7), ("^a$", 7), ("\\bx", 6), ("[^a]", 12), ("é", 6),
      ("(ab|cd)", 10), ("\\d{3}", 7), ("[a-z0-9_-]{1,63}", 318), (".{100}", 804), ("x{1000}", 1004),
      ("(?:a|)", 6), ("(?i)[a-z]", 10), ("\\pL", 1200),
    ])
  func size(_ pattern: String, _ expected: Int) throws {
    #expect(try reading(pattern).programSize == expected)
  }

  @Test(
    "Istio's limit of the program size",
    arguments: [
      ("[a-z]{1,63}", false), ("(?:[^/]{500}){2}", false),
      (".{1000}.{1000}.{1000}.{1000}.{1000}", true), ("(?:\\pL{50}){1}", true),
    ])
  func limit(_ pattern: String, _ isTooLarge: Bool) throws {
    #expect(try reading(pattern).isTooLargeForIstio == isTooLarge)
  }

  @Test(
    "constructs that mean something else to PCRE",
    arguments: [
      ("/a$", [.dollar], [2]), ("(?m)a$", [], []), ("\\s+", [.space], [0]),
      ("a[\\s\\v]", [.space, .verticalSpace], [2, 4]), ("a{01}", [.leadingZero], [1]),
      ("a{,2}", [.openRepetition], [1]), ("\\12", [.octal], [0]), ("é+", [.characters], [0]),
      ("[aé]", [.characters], [2]), ("/api(/|.*)\\d\\w\\b", [], []),
      ("a*{,2}", [.openRepetition], [2]),
    ] as [(String, [RE2Meaning], [Int])])
  func differences(_ pattern: String, _ meanings: [RE2Meaning], _ offsets: [Int]) throws {
    let differences = try reading(pattern).differences
    #expect(differences.map(\.meaning) == meanings)
    #expect(differences.map(\.offset) == offsets)
  }

  @Test(
    "full matches are RE2's",
    arguments: [
      ("a|ab", "ab", true), ("/a$", "/a\n", false), (".", "\n", false), ("(?s).", "\n", true),
      ("\\s", "\u{0b}", false), ("\\S", "\u{0b}", true), ("[\\S]", "\u{0b}", true),
      ("[^\\s]", "\u{0b}", true), ("\\v", "\n", false), ("\\v", "\u{0b}", true),
      ("a{01}", "a{01}", true), ("a{,2}", "a{,2}", true), ("\\12", "\n", true), ("é?", "", true),
      ("(?i)É", "é", true), ("\\Qa*\\E", "a*", true), ("(?m)a$\nb", "a\nb", true),
      ("[[:word:]-]+", "a_-", true), ("[[.a.]]", "[]", true), ("[]a]", "]", true),
      ("(?P<n>a)b", "ab", true), ("a(?i)*", "aaa", true), ("^*a", "a", true), ("\\pN", "٣", true),
      ("\\d", "٣", false), ("\\w", "é", false), ("a\\z", "a", true), ("[a\\]b]", "]", true),
      ("x#y z", "x#y z", true), ("(?U)a+", "aa", true), ("[+--]", ",", true),
    ])
  func fullMatch(_ pattern: String, _ subject: String, _ fits: Bool) throws {
    #expect(try Pattern(pattern, [.re2, .whole]).matches(subject) == fits)
  }
}
