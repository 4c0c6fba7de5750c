import Evidence
import Testing
import YAMLText

@Suite("errors")
struct ErrorTests {
  @Test("name the place and the cause", arguments: malformed)
  func message(_ text: String, _ message: String) {
    let reading = Reading(text)
    #expect(reading.errors.map { "\($0.place.line):\($0.place.column) \($0.message)" } == [message])
    #expect(reading.errors.allSatisfy { $0.remedy.hasSuffix(".") && $0.place.file == "a.yaml" })
  }

  @Test(
    "bytes that are no text are refused at their place",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4"), ([0x61, 0x3A, 0x0A, 0x62, 0x3A, 0xC3, 0xA9, 0xC3], "2:4"),
      ([0x0D, 0x0A, 0x0D, 0x0A, 0x1F, 0x8B], "3:1"), ([0xFE, 0xFF, 0xD8], "0:0"),
      ([0xFF, 0xFE, 0x00, 0xD8], "0:0"),
    ] as [([UInt8], String)])
  func bytes(_ bytes: [UInt8], _ place: String) {
    let reading = Reading(bytes: bytes)
    #expect(reading.errors.map { "\($0.place.line):\($0.place.column)" } == [place])
    #expect(reading.documents.isEmpty)
  }

  private static let secondColon =
    "A second `: ` stands on the line, or the line is indented wrongly."
  private static let badMapping = "The line does not fit the mapping around it."
  private static let badList = "The line does not fit the list around it."
  private static let tab = "A tab stands in the indentation."
  private static let openQuote = "A quoted text never ends."
  private static let collectionKey =
    "A key is a list or a mapping, but JSON knows only text as keys."
  private static let badValue = "A value is missing or cannot start here."

  private static let malformed = [
    ("a: 1\n\tb: 2\n", "2:1 \(tab)"),
    ("a: |\n\tb\n", "2:1 \(tab)"),
    ("a: b: c\n", "1:5 \(secondColon)"),
    ("a: 1\n b: 2\n", "2:3 \(secondColon)"),
    ("a:\n  b: 1\n c: 2\n", "3:2 \(badMapping)"),
    ("a: 1\n- b\n", "2:1 \(badMapping)"),
    ("a: 'b'c\n", "1:7 \(badMapping)"),
    ("- a\nb: 1\n", "2:1 \(badList)"),
    ("a: - b\n", "1:4 A list item stands where none can start."),
    ("a: ? b\n", "1:4 A key marked with `? ` stands where none can start."),
    ("a: [1, 2\nb: 3\n", "2:2 A list in brackets is not continued or closed correctly."),
    ("a: {b: 1\nc: 2\n", "2:2 A mapping in braces is not continued or closed correctly."),
    ("a: ]\n", "1:4 \(badValue)"),
    ("{", "2:1 \(badValue)"),
    ("a:\n- b\n-c\nd: 1\n", "3:1 A key has no `:` after it."),
    ("a: \"b\n", "1:4 \(openQuote)"),
    ("a:\n  'b\n", "2:3 \(openQuote)"),
    ("a: \"\\q\"\n", "1:5 A backslash in double quotes starts no known escape."),
    ("a: \"\\xZZ\"\n", "1:7 An escape in double quotes lacks hexadecimal digits."),
    ("a: \"\\ud800\"\n", "1:7 An escape in double quotes names no Unicode character."),
    ("a: @b\n", "1:4 A value cannot start with `@`."),
    ("é: %b\n", "1:4 A value cannot start with `%`."),
    ("a: `b`\n", "1:4 A value cannot start with a backtick."),
    ("%b\n", "1:3 A line that starts with `%` is no directive that YAML knows."),
    ("%YAML 9.9\n---\na\n", "1:1 The `%YAML` directive asks for an unknown version."),
    ("%YAML 1.1\n%YAML 1.1\n---\na\n", "2:1 A directive stands twice before one document."),
    ("a: *b\n", "1:4 No anchor of this name stands before the alias."),
    ("a: &b [*b]\n", "1:8 A value contains itself through an alias."),
    ("a: & b\n", "1:5 The name of an anchor or alias has a character that it cannot have."),
    ("a: |x\n  b\n", "1:5 Text follows `|` or `>` on the same line."),
    ("a: |0\n  b\n", "1:5 A block text has the indentation 0."),
    ("a: !<x\n", "1:7 A tag after `!` is not written correctly."),
    ("a: !x!y b\n", "1:4 A tag uses a prefix that no `%TAG` directive declares."),
    ("a: !!int b\n", "1:4 The value does not fit its tag `!!int`."),
    ("a: !!binary '***'\n", "1:4 The value does not fit its tag `!!binary`."),
    ("? [a]\n: 1\n", "1:3 \(collectionKey)"),
    ("a: {{ b }}\n", "1:5 \(collectionKey)"),
    ("null: 1\n", "1:1 A key is missing or null."),
    ("<<: 1\n", "1:5 The merge key `<<` needs a mapping or a list of mappings."),
    (
      "a\u{0}: 1\n",
      "1:2 The text contains the control character U+0000, which YAML does not allow."
    ),
    (
      "a: \u{1B}[0m\n",
      "1:4 The text contains the control character U+001B, which YAML does not allow."
    ),
  ]
}
