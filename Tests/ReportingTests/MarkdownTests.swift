import Reporting
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "shows text as it stands",
    arguments: [
      ("plain", "plain"), ("a|b", "a\\|b"), ("<b>&", "&lt;b&gt;&amp;"), ("`x`", "\\`x\\`"),
      ("one\ntwo", "one two"), ("[a](b)", "\\[a\\](b)"), ("*_~", "\\*\\_\\~"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test(
    "fences code with more backticks than it holds",
    arguments: [
      ("", ""), ("a", "`a`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("a|b", "`a\\|b`"),
      ("a\nb", "`a b`"),
    ])
  func fences(_ text: String, _ expected: String) {
    #expect(code(text) == expected)
  }
}
