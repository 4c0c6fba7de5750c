import Evidence
import Foundation
import Gatewright
import Testing

/// docs/examples.md shows what `--style idiomatic` writes for the most common shapes.
@Suite("Examples page")
struct ExamplesPageTests {
  private static let path = "docs/examples.md"

  @Test("is made from testdata; RECORD=1 swift test --filter ExamplesPageTests rewrites it")
  func page() throws {
    let page = StyleExample.page
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: House.root.appending(path: Self.path), atomically: true, encoding: .utf8)
      Issue.record("\(Self.path) is rewritten; run again without RECORD")
    }
    let isFresh = House.text(of: Self.path) == page
    #expect(isFresh, "\(Self.path) is stale: run RECORD=1 swift test --filter ExamplesPageTests")
  }

  @Test("leaves no difference without a reason, and closes no path", arguments: StyleExample.all)
  func verified(_ example: StyleExample) throws {
    let report = example.migration.report
    let verification = try #require(report.verification)
    #expect(verification.unexplained.isEmpty, "\(example.folder)")
    #expect(verification.hosts.allSatisfy { $0.uncovered.isEmpty }, "\(example.folder)")
    #expect(!example.migration.manifests.isEmpty)
    #expect(report.groups.filter { $0.severity == .error }.map(\.rule.code) == [])
  }

  @Test("shows every folder of testdata/examples")
  func folders() {
    let folders = House.paths.filter { $0.hasPrefix("testdata/examples/") }
      .map { $0.split(separator: "/")[2] }
    #expect(StyleExample.all.map(\.folder) == folders.map(String.init))
    #expect(folders.count == 10)
  }

  @Test("has no expression where none is meant")
  func plain() {
    for example in StyleExample.all where example.folder != "06-regular-expressions" {
      let yaml = example.migration.manifests.map(\.yaml).joined()
      #expect(!yaml.contains("RegularExpression"), "\(example.folder)")
      #expect(!yaml.contains("(?:)"), "\(example.folder)")
    }
  }
}
