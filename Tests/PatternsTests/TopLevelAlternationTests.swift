import Patterns
import Testing

@Suite("alternation at the top")
struct TopLevelAlternationTests {
  @Test(
    "a bar counts outside groups, classes and escapes only",
    arguments: [
      ("/a|/b", true), ("/(a|b)", false), ("[|]", false), ("\\|", false), ("[]|]", false),
      ("[^]|]", false), ("\\Q|\\E", false), ("\\Q|\\E|x", true), ("\\Q|", false), ("(a)|b", true),
      ("[[:alpha:]|]", false), ("[[:alpha:]]|x", true), ("(?#|(", false), ("(?#(|)|x", true),
      ("((|)|)", false), ("", false), ("|", true), ("[\\]|]", false), ("\\(|x", true), ("[", false),
      ("\\", false), ("[[]|x", true), (")|", true),
    ])
  func bar(_ pattern: String, _ expected: Bool) {
    #expect(topLevelAlternation(in: pattern) == expected)
  }
}
