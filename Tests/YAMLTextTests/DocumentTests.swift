import Evidence
import Testing
import YAMLText

@Suite("documents")
struct DocumentTests {
  @Test(
    "empty documents are skipped",
    arguments: ["", "\n", "# c\n", "---\n", "---\n---\n# c\n---\n...\n...\n", "--- ~\n", "null"])
  func empty(_ text: String) {
    let reading = Reading(text)
    #expect(reading.documents.isEmpty)
    #expect(reading.errors.isEmpty)
  }

  @Test("each document comes by itself")
  func several() {
    let text = "a: 1\n--- # c\nb: 2\n---\t\n- c\n...\n...\nd: 4\n...\n%YAML 1.1\n---\ne: 5\n--- f"
    let roots = Reading(text).roots.map(printed)
    #expect(roots == ["a: 1\n", "b: 2\n", "- c\n", "d: 4\n", "e: 5\n", "f\n"])
  }

  @Test("a malformed document loses no other")
  func malformed() {
    let reading = Reading("a: 1\n---\nb: [\n---\nc: 3\n---\nd: \"\n---\ne: \u{0}\n---\nf: 6\n")
    #expect(reading.roots.map(printed) == ["a: 1\n", "c: 3\n", "f: 6\n"])
    #expect(reading.errors.map(\.place.line) == [4, 7, 9])
  }

  @Test("dashes inside text are no marker")
  func dashes() {
    let text = "a: |\n  ---\n  b\nc: ---x\n---d: 1\n"
    #expect(
      Reading(text).root
        == .mapping([
          Entry("a", .string("---\nb\n")), Entry("c", .string("---x")), Entry("---d", .integer(1)),
        ]))
  }

  @Test("JSON is YAML")
  func json() {
    let text = "{\n\t\"a\": [1, 2.5, true, null, \"x\\/\\u00e9\"],\n\t\"b\":{\"c\":\"\"}\n}\n"
    #expect(
      Reading(text).root
        == .mapping([
          Entry(
            "a",
            .sequence([
              .integer(1), Node(.scalar(Scalar("2.5", .decimal))), .bool(true),
              Node(.scalar(Scalar("null", .null))), .string("x/é"),
            ])),
          Entry("b", .mapping([Entry("c", .string(""))])),
        ]))
  }

  @Test(
    "JSON objects may follow each other on lines of their own",
    arguments: ["{\"a\":1}\n{\"b\":2}\n", "{\n\"a\": 1\n}\n\n{\n\"b\": 2\n}\n"])
  func jsonLines(_ text: String) {
    #expect(Reading(text).roots.map(printed) == ["a: 1\n", "b: 2\n"])
    #expect(Reading("{a: [{b: 1},\n{c: 2}]}").documents.count == 1)
  }

  @Test("of equal keys the last counts, with a warning at its place")
  func duplicate() {
    let document = Reading("a: 1\nb: 2\na: 3\n").documents.first
    #expect(document?.root == .mapping([Entry("a", .integer(3)), Entry("b", .integer(2))]))
    #expect(
      document?.warnings.map { "\($0.place) \($0.message)" } == [
        "a.yaml:3:1 The key `a` already stands on line 1; the last value counts."
      ])
  }

  @Test("equal keys are found in large mappings too")
  func duplicateAmongMany() {
    let text = (0..<100).map { "k\($0): \($0)\n" }.joined() + "k7: x\nk99: w\nl: z\nl: a\n"
    let document = Reading(text).documents.first
    #expect(document?.warnings.map(\.place.line) == [101, 102, 104])
    #expect(document?.root["k7"] == .string("x"))
    #expect(document?.root["k99"] == .string("w"))
  }
}
