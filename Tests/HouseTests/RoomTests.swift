import Testing

/// Files are small rooms with plain names (CONTRIBUTING.md).
@Suite("Rooms")
struct RoomTests {
  @Test("hold at most 200 lines, tests 300", arguments: [("Sources/", 200), ("Tests/", 300)])
  func length(_ folder: String, _ limit: Int) {
    let files = House.sources(below: folder)
    #expect(!files.isEmpty)
    #expect(files.filter { $0.lines.count - 1 > limit }.map(\.path) == [])
  }

  @Test("open with imports, a comment or a declaration")
  func opening() {
    let openings = [
      "#if ", "//", "@testable import ", "extension ", "import ", "let ", "package import ",
      "private let ", "public import ",
    ]
    let files = House.sources(below: "Sources/").filter { file in
      !openings.contains { file.lines.first?.hasPrefix($0) == true }
    }
    #expect(files.map(\.path) == [])
  }

  @Test("stand in folders that say what is in them")
  func folders() {
    let vague: Set<Substring> = ["Utils", "Utilities", "Helpers", "Common", "Misc", "Shared"]
    let paths = House.paths.filter { !vague.isDisjoint(with: $0.split(separator: "/")) }
    #expect(paths == [])
  }

  @Test("have paths without spaces")
  func spaces() {
    #expect(House.paths.filter { $0.contains(" ") } == [])
  }

  @Test("name no folder of the machine they were written on")
  func machines() {
    let folders = ["work", "root", "home", "Users"].map { "/\($0)/" }
    let files = House.paths.filter { path in
      guard !path.hasPrefix("testdata/") else { return false }
      let text = House.text(of: path)
      return folders.contains { text.contains($0) }
    }
    #expect(files == [])
  }

  @Test("each annotation family's file is named like it")
  func families() {
    let folder = "Sources/IngressNGINX/Annotations/"
    let families = House.sources(below: folder).flatMap { file in
      file.code.filter { $0.contains(": AnnotationFamily") }.map { line in
        (file.path, line.split { !$0.isPartOfName }.dropFirst().first.map(String.init) ?? line)
      }
    }
    #expect(families.count > 5)
    for (path, family) in families { #expect(path == "\(folder)\(family).swift") }
  }
}
