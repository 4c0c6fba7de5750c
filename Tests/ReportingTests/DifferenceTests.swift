import Gatewright
import Reporting
import Testing

@Suite("difference")
struct DifferenceTests {
  @Test("is told as text")
  func text() {
    #expect(
      render(Sample.difference, as: .text(TextStyle())) == """
        changed  HTTPRoute a/r
            spec.x
              - "a|b"
              + 2
            spec.y
              + 1
        removed  Gateway a/g

        0 added, 1 removed, 1 changed, 4 the same.

        """)
  }

  @Test("is told as Markdown")
  func markdown() {
    let text = render(Sample.difference, as: .markdown)
    #expect(text.contains("| changed | HTTPRoute a/r | `spec.x` | `\"a\\|b\"` | `2` |\n"))
    #expect(text.contains("| removed | Gateway a/g |  |  |  |\n"))
  }

  @Test("is told as JSON")
  func json() {
    let text = render(Sample.difference, as: .json)
    #expect(text.contains(#""old": "\"a|b\"""#))
    #expect(text.contains("\"old\": null"))
    #expect(text.contains("\"same\": 4"))
  }

  @Test("says when there is none")
  func same() {
    let nothing = Difference(objects: [], sameCount: 7)
    #expect(
      render(nothing, as: .text(TextStyle())) == "Nothing differs: 7 objects compared.\n")
  }
}
