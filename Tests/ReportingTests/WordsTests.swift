import Reporting
import Testing

@Suite("words")
struct WordsTests {
  @Test(
    "counts",
    arguments: [
      (0, "object", "0 objects"), (1, "Ingress", "1 Ingress"), (2, "Ingress", "2 Ingresses"),
      (1_234_567, "Gateway", "1,234,567 Gateways"),
      (3, "AuthorizationPolicy", "3 AuthorizationPolicies"),
    ])
  func counts(_ number: Int, _ noun: String, _ expected: String) {
    #expect(count(number, noun) == expected)
  }

  @Test(
    "wraps",
    arguments: [
      ("", 5, []), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("a verylongword b", 4, ["a", "verylongword", "b"]), ("one\ntwo", 20, ["one two"]),
    ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(wrap(text, to: width) == expected)
  }
}
