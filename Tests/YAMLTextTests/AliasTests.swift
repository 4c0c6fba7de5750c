import Evidence
import Testing
import YAMLText

@Suite("aliases")
struct AliasTests {
  @Test("repeat their anchor's value, also as keys")
  func alias() {
    let root = Reading("a: &x k\n*x : *x\nb: &y [1]\nc: *y\nd: &y 2\ne: *y\n").root
    #expect(root.map(printed) == "a: k\nk: k\nb:\n- 1\nc:\n- 1\nd: 2\ne: 2\n")
  }

  @Test("anchors end with their document")
  func scope() {
    #expect(Reading("a: &x 1\n---\nb: *x\n").errors.map(\.place.line) == [3])
  }

  @Test(
    "merge keys add what a mapping lacks",
    arguments: [
      ("<<: *a\nk: 9", "k: 9\nl: 2"), ("k: 9\n<<: *a", "k: 9\nl: 2"),
      ("<<: [*b, *a]\nn: 0", "n: 0\nk: 3\nl: 2"), ("<<: {m: 1}", "m: 1"),
      ("!!merge <<: *b", "k: 3"), ("\"<<\": 1", "<<: 1"),
    ])
  func merge(_ text: String, _ merged: String) {
    let body = text.split(separator: "\n").joined(separator: "\n  ")
    let root = Reading("- &a {k: 1, l: 2}\n- &b {k: 3}\n- \(body)\n").root
    guard case .sequence(let items) = root?.content else {
      Issue.record("no list")
      return
    }
    #expect(items.last == Reading(merged.replacing("<<", with: "'<<'")).root)
  }

  @Test("a merge after the key that it brings is reported")
  func disputedMerge() {
    let warnings = Reading("a: &a {k: 1, l: 2}\nb:\n  k: 9\n  <<: *a\n  l: 3\n").documents.first?
      .warnings
    #expect(warnings?.map(\.place.description) == ["a.yaml:4:7"])
    #expect(warnings?.first?.message.hasPrefix("The key `k` stands before") == true)
  }

  @Test("a few anchors cannot grow into millions of values")
  func bomb() {
    let letters = Array("abcdefghijklmnop")
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (letter, previous) in zip(letters.dropFirst(), letters) {
      let aliases = repeatElement("*\(previous)", count: 10).joined(separator: ", ")
      text += "\(letter): &\(letter) [\(aliases)]\n"
    }
    let reading = Reading(text)
    #expect(reading.documents.isEmpty)
    #expect(reading.errors.map(\.message) == ["The aliases repeat too many values."])
  }

  @Test("ordinary repetition is no bomb")
  func repetition() {
    let text = "- &a {k: 1, l: 2}\n" + String(repeating: "- *a\n", count: 20_000)
    #expect(Reading(text).documents.count == 1)
  }

  @Test("nesting ends at 1000 levels", arguments: ["[", "- ", "{a: ", "? - "])
  func depth(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let reading = Reading(text)
    #expect(reading.documents.isEmpty)
    #expect(reading.errors.count == 1)
  }

  @Test("1000 levels are read and printed")
  func deepest() {
    let text = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(Reading(text).root.map { printed($0).utf8.count } == 2 * 999 + 3)
  }

  @Test("aliases cannot nest deeper either")
  func deepAliases() {
    let open = String(repeating: "[", count: 600)
    let close = String(repeating: "]", count: 600)
    let reading = Reading("a: &a \(open)\(close)\nb: \(open)*a\(close)\n")
    #expect(reading.errors.map(\.place.line) == [2])
  }
}
