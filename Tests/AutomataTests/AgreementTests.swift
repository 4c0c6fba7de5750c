import Automata
import Patterns
import Testing

/// Automata, held against PCRE2 and RE2 on many texts.
@Suite("automata")
struct AgreementTests {
  private static let patterns = [
    "/api", "/api(/|$)(.*)", "/a|b", "^/a$|/b", "/[a-c]+/x?", "/v[0-9]{1,2}/", "/(?:foo|bar)$",
    "/a.c", "/\\d+", "/[^/]+/b", "(?i)/Ab", "/(?i:x)y", "/a{0}b", "/a{,2}", "/[[:alpha:]-]+/",
    "/x*?y", "/\\.well-known/.*", "/(a|ab)(c|bcd)", "", ".*", "/a\\Q.b\\E", "/[]a]", "/[^]a]/",
    "\\/a\\-b", "/[\\w-]+$", "(/a)+", "/a(?#note)b", "/a$b", "/(x(y(z)?)?)?$", "/b|^/a", "/[a\\-z]",
  ]

  private static let texts: [String] = {
    let letters = ["/", "a", "b", "x", "1", ".", "A", "y"]
    var texts = [""]
    var last = [""]
    for _ in 0..<4 {
      last = last.flatMap { text in letters.map { text + $0 } }
      texts += last
    }
    return texts + [
      "/api", "/api/", "/api/v1", "/API/x", "/apix", "/foo", "/bar", "/foo/", "/v12/", "/v123/",
      "/.well-known/x", "/abcd", "/abbcd", "/aaaa/b", "/a-b", "/xyz", "/z", "/-", "/xy", "/a{,2}",
    ]
  }()

  @Test("find what PCRE2 finds, ignoring case", arguments: patterns)
  func found(_ text: String) throws {
    let pattern = try Pattern("^" + text, .caseless)
    let expression = try ExpressionParser.parse("^" + text, isCaseless: true)
    try check(text, expression, isFound: true) { pattern.matches($0) }
  }

  @Test("fit what RE2 fits as a whole", arguments: patterns)
  func whole(_ text: String) throws {
    guard let pattern = try? Pattern(text, [.re2, .whole]) else { return }
    let expression = try ExpressionParser.parse(text, isCaseless: false)
    try check(text, expression, isFound: false) { pattern.matches($0) }
  }

  private func check(
    _ pattern: String, _ expression: Expression, isFound: Bool, _ fits: (String) -> Bool
  ) throws {
    var automaton = try Automaton(expression, isFound: isFound)
    let wrong = Self.texts.filter { automaton.fits($0.utf8) != fits($0) }
    #expect(wrong.count == 0, "\(pattern): \(wrong.prefix(5))")
  }

  @Test(
    "name what is not regular",
    arguments: [
      ("a(?=b)", "look-ahead"), ("a(?!b)", "look-ahead"), ("(?<!a)b", "look-behind"),
      ("(a)\\1", "a back-reference"), ("(?>a)", "an atomic group"),
      ("a++", "a possessive quantifier"), ("\\bx", "a word boundary"),
    ])
  func refused(_ pattern: String, _ construct: String) {
    #expect(throws: NotRegular(construct)) {
      try ExpressionParser.parse(pattern, isCaseless: true)
    }
    #expect(ExpressionParser.widen(pattern, isCaseless: true) != nil)
  }
}
