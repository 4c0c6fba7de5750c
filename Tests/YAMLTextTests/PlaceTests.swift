import Evidence
import Testing
import YAMLText

@Suite("places")
struct PlaceTests {
  @Test(
    "every value and key knows its line and column, whatever ends the lines",
    arguments: ["\n", "\r\n", "\r"])
  func places(_ end: String) {
    let lines = ["# top", "a: 1", "é: [x, {w: z}]", "list:", "- 'é': |", "    t", "  k: v"]
    let root = Reading(lines.joined(separator: end)).root
    #expect(
      root.map(places) == [
        "2:1", "a 2:1", "2:4", "é 3:1", "3:4", "3:5", "3:8", "w 3:9", "3:12", "list 4:1", "5:1",
        "5:3", "é 5:3", "5:8", "k 7:3", "7:6",
      ])
  }

  @Test("later documents keep the lines of the file")
  func documents() {
    let reading = Reading("a: 1\n---\n# c\nb: 2\n...\n\n# d\n--- # e\r\nc: 3\r---\rd: ]\n")
    #expect(reading.roots.map(\.mark.line) == [1, 4, 9])
    #expect(reading.errors.map(\.place.description) == ["a.yaml:11:4"])
  }

  @Test("a byte order mark takes no column")
  func byteOrderMark() {
    let reading = Reading("\u{FEFF}a: 1\n\u{FEFF}---\nb: 2\n")
    #expect(reading.roots.flatMap(places) == ["1:1", "a 1:1", "1:4", "3:1", "b 3:1", "3:4"])
  }

  @Test("UTF-16 is read like UTF-8", arguments: [true, false])
  func utf16(_ isBigEndian: Bool) {
    let bytes = "\u{FEFF}a: é\n---\nb: ]\n---\nc: 😀\n".utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBigEndian ? pair : pair.reversed()
    }
    let reading = Reading(bytes: bytes)
    #expect(reading.roots.map(printed) == ["a: é\n", "c: 😀\n"])
    #expect(reading.errors.map(\.place.line) == [3])
  }

  @Test("an alias stands where it is written, its contents where they are")
  func alias() {
    let root = Reading("a: &x\n  b: 1\nc: *x\n").root
    #expect(root?["c"].map(places) == ["3:4", "b 2:3", "2:6"])
  }

  private func places(_ node: Node) -> [String] {
    let own = ["\(node.mark.line):\(node.mark.column)"]
    switch node.content {
    case .scalar: return own
    case .sequence(let items): return own + items.flatMap(places)
    case .mapping(let entries):
      return own
        + entries.flatMap { entry in
          ["\(entry.key) \(entry.keyMark.line):\(entry.keyMark.column)"] + places(entry.value)
        }
    }
  }
}
