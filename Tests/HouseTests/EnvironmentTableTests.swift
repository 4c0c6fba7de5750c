import Foundation
import Gatewright
import Testing

/// The differences of the environment stand in docs/verification.md as the code says them.
@Suite("Environment table")
struct EnvironmentTableTests {
  @Test("is what docs/verification.md shows")
  func page() throws {
    let path = "docs/verification.md"
    let text = House.text(of: path)
    let parts = text.components(separatedBy: "the table -->\n\n")
    try #require(parts.count == 2)
    let tail = parts[1].components(separatedBy: "<!-- end -->")
    try #require(tail.count == 2)
    let fresh = "\(parts[0])the table -->\n\n\(Self.table)\n<!-- end -->\(tail[1])"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try fresh.write(to: House.root.appending(path: path), atomically: true, encoding: .utf8)
      Issue.record("\(path) is rewritten; run again without RECORD")
    }
    let isFresh = House.text(of: path) == fresh
    #expect(isFresh, "\(path) is stale: run RECORD=1 swift test --filter EnvironmentTableTests")
  }

  @Test("names each difference once, whatever the setting", arguments: PathNormalization.allCases)
  func codes(_ setting: PathNormalization) {
    let codes = EnvironmentDifference.all(under: setting).map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes == EnvironmentDifference.all(under: .base).map(\.code))
  }

  private static var table: String {
    let head = ["code", "requests", "ingress-nginx", "Istio's Envoy", "remedy"]
    let rows = EnvironmentDifference.all(under: .base).map {
      ["`\($0.code)`", $0.requests, $0.before, $0.after, $0.remedy]
    }
    return ([head, head.map { _ in "---" }] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
