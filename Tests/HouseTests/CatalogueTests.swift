import Evidence
import Foundation
import Gatewright
import Testing

/// Every kind of finding is in the catalogue, once, and docs/findings.md is made from it.
@Suite("Catalogue")
struct CatalogueTests {
  private static let rules = CatalogueChapter.all.flatMap(\.rules)

  @Test("holds every code once")
  func codes() {
    let twice = Dictionary(grouping: Self.rules, by: \.code).filter { $0.value.count > 1 }.keys
    #expect(twice.sorted() == [])
  }

  @Test("holds every rule of the sources")
  func completeness() {
    let written = House.sources(below: "Sources/").flatMap(\.writtenCodes)
    let listed = Set(Self.rules.map(\.code))
    #expect(written.count == Set(written).count)
    #expect(Set(written).subtracting(listed).sorted() == [])
    #expect(listed.subtracting(written).sorted() == [])
  }

  @Test("says in each rule what is the matter and what to do", arguments: rules)
  func texts(_ rule: Rule) {
    #expect(rule.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(!rule.title.isEmpty && rule.title.last != ".")
    for text in [rule.before, rule.after, rule.remedy] where !text.isEmpty {
      #expect(text.last == ".")
    }
    #expect(!rule.remedy.isEmpty)
  }

  @Test("is what docs/findings.md shows; RECORD=1 swift test --filter CatalogueTests rewrites it")
  func page() throws {
    let page = findingsPage(CatalogueChapter.all)
    let path = "docs/findings.md"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: House.root.appending(path: path), atomically: true, encoding: .utf8)
      Issue.record("\(path) is rewritten; run again without RECORD")
    }
    let isFresh = House.text(of: path) == page
    #expect(isFresh, "\(path) is stale: run RECORD=1 swift test --filter CatalogueTests")
  }
}

extension SourceFile {
  /// The codes of the rules that the file declares: the first text after `static let x = …(`.
  fileprivate var writtenCodes: [String] {
    lines.indices.compactMap { index in
      let line = lines[index].drop { $0 == " " }
      guard line.contains("static let "), line.hasSuffix("= Rule(") || line.hasSuffix("= canary("),
        index + 1 < lines.count
      else { return nil }
      let texts = lines[index + 1].split(separator: "\"", omittingEmptySubsequences: false)
      return texts.count > 1 ? String(texts[1]) : "no code in \(path):\(index + 2)"
    }
  }
}
