import Gatewright
import Reporting
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "prints on one line",
    arguments: [
      (JSON.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"), (.number(0.25), "0.25"),
      (.number(1), "1"), (.number(.infinity), "null"), (.array([]), "[]"), (.object([]), "{}"),
      (.array([.integer(1), .array([.null])]), "[1, [null]]"),
      (.object([JSON.Member("b", .integer(1)), JSON.Member("a", .null)]), #"{"b": 1, "a": null}"#),
      (.string("a\"b\\c\n\t\u{1}é🙂"), #""a\"b\\c\n\t\u0001é🙂""#),
    ])
  func line(_ value: JSON, _ expected: String) {
    #expect(value.line() == expected)
  }

  @Test("prints over several lines, two spaces a level")
  func printed() {
    let value = JSON.object([
      JSON.Member("a", .array([.integer(1), .object([])])), JSON.Member("b", .null),
    ])
    #expect(value.printed() == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": null\n}")
  }
}
