import Foundation
import Running
import Testing

@Suite("docs/usage.md")
struct UsagePageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/usage.md")

  @Test(
    "names every option",
    arguments: ["migrate", "trace", "diff", "inspect", "annotations", "explain", "verify", "init"])
  func options(_ command: String) async throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let help = try await Run(["help", command]).output
    // The usage in front of the options has none of its own.
    let start = help.contains("ARGUMENTS:") ? "ARGUMENTS:" : "OPTIONS:"
    let options = help.components(separatedBy: start).dropFirst().joined()
      .split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") }
    #expect(options.count > 3)
    let missing = options.filter { !page.contains("`\($0)") && !page.contains(" \($0)") }
    #expect(missing.filter { $0 != "--help" && $0 != "--version" } == [])
  }
}
