import Patterns
import Testing

@Suite("RE2 verdicts")
struct RE2VerdictTests {
  @Test(
    "what RE2 takes",
    arguments: [
      "", "abc", "a|b", "a*", "a+?", "a??", "a{2}", "a{2,}", "a{2,5}?", "(a)", "(?:a)", "(?P<n>a)",
      "(?<n>a)", "(?P<n>a)(?<n>b)", "(?i)a", "(?i-s:a)", "(?U)a", "(?)", "[a-z]", "[]a]", "[^]a]",
      "[a-b-c]", "[a-]",
      "[[:alpha:]]", "[[:^alpha:]]", "[[a]", "[[.a.]]", "\\d\\D\\s\\S\\w\\W", "\\b\\B", "\\A\\z",
      "\\pN", "\\p{Greek}", "\\P{^Lu}", "[\\pL\\d]", "\\x41", "\\x{3b1}", "\\07", "\\12",
      "\\Qa*\\E",
      "\\Qa", "\\C", "\\a\\f\\n\\r\\t\\v", "\\_\\-\\/", "a{,3}", "a{01}", "{", "a{", "a{x}", "]",
      "^*", "$", ".", "é", "a(?i)*", "(a{30}){33}", "x{1000}",
      "/something(/|$)(.*)", "/v[0-9]+/(?:users|teams)/([^/]+)",
    ])
  func accepted(_ pattern: String) throws {
    guard case .accepted = RE2Verdict(pattern) else {
      Issue.record("refused: \(RE2Verdict(pattern))")
      return
    }
    #expect(throws: Never.self) { try Pattern(pattern, .re2) }
  }

  @Test(
    "what RE2 refuses, and where it begins",
    arguments: [
      ("a(?=b)", .lookAhead, 1), ("(?!b)", .lookAhead, 0), ("a(?<=b)", .lookBehind, 1),
      ("(?<!b)", .lookBehind, 0), ("(a)\\1", .backReference, 3), ("(a)\\8", .backReference, 3),
      ("(?P<n>a)(?P=n)", .backReference, 8), ("(?<n>a)\\k<n>", .backReference, 7),
      ("(a)\\g1", .backReference, 3), ("a*+", .possessiveQuantifier, 1),
      ("ab++", .possessiveQuantifier, 2), ("a{2}+", .possessiveQuantifier, 1),
      ("(?>a)", .atomicGroup, 0), ("(?R)", .recursion, 0), ("(a(?1))", .recursion, 2),
      ("(?-1)", .recursion, 0), ("(?&n)", .recursion, 0), ("(a)(?(1)b|c)", .conditional, 3),
      ("(?|a|b)", .branchReset, 0), ("(?#c)", .comment, 0), ("(?C1)", .callout, 0),
      ("(*UTF8)a", .verb, 0), ("(?'n'a)", .groupName, 0), ("(?P<n", .groupName, 0),
      ("(?P<>a)", .groupName, 0),
      ("(?x)a b", .extendedFlag, 0), ("(?q)", .unknownFlag, 0), ("(?i-)", .unknownFlag, 0),
      ("a\\Kb", .matchReset, 1), ("\\Ga", .startOfMatch, 0), ("a\\Z", .endBeforeNewline, 1),
      ("\\R", .lineBreak, 0), ("\\h+", .horizontalSpace, 0), ("[\\H]", .horizontalSpace, 1),
      ("\\N", .notNewline, 0), ("\\X", .grapheme, 0), ("\\cA", .control, 0),
      ("\\e", .unknownEscape, 0),
      ("[\\b]", .unknownEscape, 1), ("a\\E", .unknownEscape, 1), ("\\é", .unknownEscape, 0),
      ("\\x4", .codePoint, 0), ("\\x{110000}", .codePoint, 0), ("\\x{}", .codePoint, 0),
      ("\\xg0", .codePoint, 0), ("a\\", .trailingBackslash, 1), ("a{1001}", .repetitionCount, 1),
      ("a{99999999999999999999}", .repetitionCount, 1), ("a{3,1}", .repetitionCount, 1),
      ("(a{40}){40}", .repetitionProduct, 7), ("a**", .nestedQuantifier, 1),
      ("a{2}{3}", .nestedQuantifier, 1), ("a+?*", .nestedQuantifier, 1), ("*a", .missingOperand, 0),
      ("a|*", .missingOperand, 2), ("(+a)", .missingOperand, 1), ("{2}", .missingOperand, 0),
      ("é(", .unclosedGroup, 2), ("(?:a", .unclosedGroup, 0), ("(?i", .unclosedGroup, 0),
      ("a)", .unexpectedParenthesis, 1), ("a[b", .unclosedClass, 1), ("[]", .unclosedClass, 0),
      ("[z-a]", .range, 1), ("[[:nope:]]", .className, 1), ("\\p{Nope}", .unicodeClass, 0),
      ("\\pQ", .unicodeClass, 0), ("\\p{L", .unicodeClass, 0),
    ] as [(String, RE2Construct, Int)])
  func refused(_ pattern: String, _ construct: RE2Construct, _ offset: Int) {
    guard case .refused(let problem) = RE2Verdict(pattern) else {
      Issue.record("accepted")
      return
    }
    #expect(problem.construct == construct)
    #expect(problem.offset == offset)
    #expect(throws: PatternError.self) { try Pattern(pattern, .re2) }
  }

  @Test("a problem reads as a sentence part")
  func words() {
    guard case .refused(let problem) = RE2Verdict("ab(?=c)") else {
      Issue.record("accepted")
      return
    }
    #expect(problem.description == "look-ahead `(?=` at offset 2")
  }

  @Test("groups nested too deeply are refused, not followed")
  func depth() {
    let deep = String(repeating: "(", count: 100_000)
    guard case .refused(let problem) = RE2Verdict(deep) else {
      Issue.record("accepted")
      return
    }
    #expect(problem.construct == .nesting)
  }

  @Test("bytes in any order trap nowhere")
  func noise() {
    var state: UInt64 = 42
    let letters = Array("ab\\()[]{}^$.|?*+-,:<>=!#PQEpxiUs019 é\u{0}\n".unicodeScalars)
    for _ in 0..<5000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(letters[Int(state >> 33) % letters.count])
      }
      let pattern = String(text)
      if case .accepted(let reading) = RE2Verdict(pattern) {
        #expect(reading.programSize >= 4, "\(pattern)")
      }
      _ = topLevelAlternation(in: pattern)
    }
  }
}
