import Testing

/// Some words of Swift have no place in this project, or only in one (CONTRIBUTING.md).
@Suite("Words")
struct WordTests {
  @Test(
    "that end the process or hide a doubt are not used",
    arguments: [
      "try!", "as!", "fatalError", "preconditionFailure", "precondition", "@unchecked",
      "@preconcurrency", "nonisolated(unsafe)", "class", "actor",
    ])
  func forbidden(_ word: String) {
    #expect(House.sources(below: "Sources/").flatMap { $0.places(of: [word]) } == [])
  }

  @Test("of C stand in YAMLText and Patterns alone, and where Tool asks the system")
  func memory() {
    let outside = House.sources(below: "Sources/")
      .filter { !["YAMLText", "Patterns", "Tool"].contains($0.target) }
    #expect(outside.flatMap { $0.places(of: ["unsafe"]) } == [])
    let calls = House.sources(below: "Sources/YAMLText").flatMap { $0.places(of: ["unsafe"]) }
    #expect(!calls.isEmpty)
  }

  @Test("of work to be done stand nowhere")
  func remarks() {
    let remarks = ["TO" + "DO", "FIX" + "ME", "MA" + "RK:"]
    let places = (House.sources(below: "Sources/") + House.sources(below: "Tests/")).flatMap {
      file in
      file.lines.enumerated().filter { _, line in remarks.contains { line.contains($0) } }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(places == [])
  }

  @Test("no switch over cases of an enum ends with default")
  func defaults() {
    #expect(House.sources(below: "Sources/").flatMap(\.defaultsOverEnums) == [])
  }
}

extension SourceFile {
  /// Where `default:` follows cases that are written `.name`, which only enums have.
  fileprivate var defaultsOverEnums: [String] {
    code.enumerated().filter { index, line in
      let indentation = line.prefix { $0 == " " }
      guard line.dropFirst(indentation.count).hasPrefix("default:") else { return false }
      let before = code[..<index].reversed().prefix { earlier in
        !earlier.hasPrefix(indentation + "switch") && !earlier.hasSuffix("{")
          || earlier.hasPrefix(indentation + " ")
      }
      return before.contains { $0.hasPrefix(indentation + "case .") }
    }
    .map { "\(path):\($0.offset + 1)" }
  }
}
