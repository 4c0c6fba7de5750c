import Evidence
import Foundation
import Gatewright
import Testing

/// testdata/annotations shows each annotation with values of every sort, and what becomes of them.
@Suite("Annotation folders")
struct AnnotationFolderTests {
  private static let descriptions = Dictionary(
    AnnotationDescription.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

  /// Keys whose value no part of an inspection shows.
  private static let unseen: Set = ["affinity-canary-behavior", "stream-snippet"]
  /// Keys of which an empty value costs every path: only absence means none.
  private static let deniedWhenEmpty: Set = [
    "allowlist-source-range", "auth-secret", "denylist-source-range",
  ]

  @Test("are there for each annotation, and for nothing else")
  func completeness() {
    #expect(Set(AnnotationFolder.all.map(\.key)) == Set(Self.descriptions.keys))
  }

  @Test("hold good, bad and empty values", arguments: AnnotationFolder.all)
  func values(_ folder: AnnotationFolder) {
    let names = folder.outcomes.map(\.name)
    #expect(names.contains("valid") && names.contains("invalid"))
    #expect(folder.outcomes.first { $0.name == "empty" }?.written?.isEmpty == true)
    for outcome in folder.outcomes where !outcome.name.hasPrefix("main-") {
      #expect(outcome.written != nil, "\(folder.key)/\(outcome.name)")
    }
  }

  @Test("say what is made of them; RECORD=1 swift test --filter AnnotationFolderTests rewrites it")
  func expectations() throws {
    for folder in AnnotationFolder.all {
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try folder.record()
        Issue.record("\(folder.key)/expected.txt is rewritten; run again without RECORD")
        continue
      }
      let isFresh = folder.recorded == folder.told
      #expect(
        isFresh,
        """
        testdata/annotations/\(folder.key)/expected.txt is stale: run RECORD=1 swift test \
        --filter AnnotationFolderTests, and look at what changed
        """)
    }
  }

  @Test("put good values in force", arguments: AnnotationFolder.all)
  func good(_ folder: AnnotationFolder) {
    for outcome in folder.outcomes(named: "valid", allowing: isCritical(folder)) {
      #expect(outcome.state == .accepted, "\(folder.key)/\(outcome.name)")
      #expect(
        outcome.isInForce != Self.unseen.contains(folder.key), "\(folder.key)/\(outcome.name)")
    }
  }

  @Test("let bad values do what the catalogue says", arguments: AnnotationFolder.all)
  func bad(_ folder: AnnotationFolder) throws {
    let failure = try #require(Self.descriptions[folder.key]).failure
    for outcome in folder.outcomes(named: "invalid", allowing: isCritical(folder)) {
      #expect(outcome.fault(folder.key, failure) == nil, "\(folder.key)/\(outcome.name)")
    }
  }

  @Test("take empty values for none", arguments: AnnotationFolder.all)
  func empty(_ folder: AnnotationFolder) {
    for outcome in folder.outcomes(named: "empty", allowing: isCritical(folder)) {
      let state: IngressInspection.State =
        Self.deniedWhenEmpty.contains(folder.key) ? .denied : .accepted
      #expect(outcome.state == state, "\(folder.key): \(outcome.reason)")
      #expect(outcome.value?.text != "", "\(folder.key)")
    }
  }

  @Test("leave no value unsaid that is not in force", arguments: AnnotationFolder.all)
  func silence(_ folder: AnnotationFolder) {
    for outcome in folder.readings.flatMap(\.outcomes) where outcome.isLostInSilence {
      #expect(Self.unseen.contains(folder.key), "\(folder.key)/\(outcome.name)")
    }
  }

  @Test("drop any value that is too risky")
  func risk() {
    for folder in AnnotationFolder.all {
      let isDropped = folder.outcomes.contains { $0.state == .dropped && $0.isRisky(folder.key) }
      #expect(isDropped == isCritical(folder), "\(folder.key)")
    }
  }

  private func isCritical(_ folder: AnnotationFolder) -> Bool {
    Self.descriptions[folder.key]?.risk == .critical
  }
}
