import Foundation
import Testing

/// What the pages show of the example is what the tool says.
@Suite("Readme")
struct ReadmeTests {
  @Test("shows real output; RECORD=1 swift test --filter ReadmeTests rewrites it")
  func readme() throws {
    let example = Example()
    let shown = [
      example.route, example.report, example.trace, example.proof, example.inspection,
      example.sameness,
      example.difference,
    ]
    var page = Page(path: "README.md")
    #expect(page.blocks.count == shown.count)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.show(shown)
      Issue.record("README.md is rewritten; run again without RECORD")
    }
    for (block, output) in zip(page.blocks, shown) {
      #expect(block == output, "README.md is stale: run RECORD=1 swift test --filter ReadmeTests")
    }
  }

  @Test("the five rules in docs/canaries.md are those that are written")
  func canaries() {
    let rules = Page(path: "docs/canaries.md").blocks.last ?? ""
    let indented = rules.split(separator: "\n").map { "  \($0)\n" }.joined()
    #expect(Example().routesWithoutComments.contains { $0.contains(indented) })
  }
}

/// A page of Markdown and the output that it shows: fenced blocks of YAML or without a language.
private struct Page {
  let path: String
  /// The text between fences, and around them.
  private var parts: [String]

  init(path: String) {
    self.path = path
    parts = House.text(of: path).components(separatedBy: "```")
  }

  private var positions: [Int] {
    parts.indices.filter {
      $0 % 2 == 1 && (parts[$0].hasPrefix("\n") || parts[$0].hasPrefix("yaml\n"))
    }
  }

  var blocks: [String] {
    positions.map { String(parts[$0].drop { $0 != "\n" }.dropFirst()) }
  }

  /// Writes the page anew with other blocks.
  mutating func show(_ blocks: [String]) throws {
    for (position, block) in zip(positions, blocks) {
      parts[position] = parts[position].prefix { $0 != "\n" } + "\n" + block
    }
    try parts.joined(separator: "```")
      .write(to: House.root.appending(path: path), atomically: true, encoding: .utf8)
  }
}
