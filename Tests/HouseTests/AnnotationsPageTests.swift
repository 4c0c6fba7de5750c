import Foundation
import Gatewright
import Reporting
import Testing

/// Every annotation is in a family, on docs/annotations.md and in `gatewright explain`.
@Suite("Annotations page")
struct AnnotationsPageTests {
  private static let path = "docs/annotations.md"
  private static let keys = House.text(of: "testdata/annotations/keys.txt")
    .split(separator: "\n").map(String.init)

  @Test("is made from the sources; RECORD=1 swift test --filter AnnotationsPageTests rewrites it")
  func page() throws {
    let page = annotationsPage(AnnotationDescription.all, IneffectiveAnnotation.all)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: House.root.appending(path: Self.path), atomically: true, encoding: .utf8)
      Issue.record("\(Self.path) is rewritten; run again without RECORD")
    }
    let isFresh = House.text(of: Self.path) == page
    #expect(isFresh, "\(Self.path) is stale: run RECORD=1 swift test --filter AnnotationsPageTests")
  }

  @Test("holds the annotations of v1.15.1 and no others")
  func completeness() {
    let described = Set(AnnotationDescription.all.map(\.key))
    #expect(Self.keys.count == 138)
    #expect(Set(Self.keys).subtracting(described).sorted() == [], "no family reads them")
    #expect(described.subtracting(Self.keys).sorted() == [])
    #expect(AnnotationDescription.all.count == described.count)
    let page = House.text(of: Self.path)
    #expect(described.filter { !page.contains("\n| `\($0)` | ") }.sorted() == [])
  }

  @Test("has a sentence for each, which `gatewright explain` tells, too")
  func texts() throws {
    for annotation in AnnotationDescription.all {
      #expect(explain(annotation.key)?.annotation == annotation)
      let explanation = try #require(explain(annotation.annotation))
      #expect(explanation.annotation == annotation)
      #expect(!annotation.meaning.isEmpty && annotation.meaning.last != ".", "\(annotation.key)")
      for note in annotation.notes { #expect(note.last == ".", "\(annotation.key): \(note)") }
      let told = render(explanation, as: .text(TextStyle(width: 10_000)))
      #expect(told.contains("ingress-nginx \(annotation.meaning)."))
    }
  }

  @Test("names annotations that exist as the successors of those without effect")
  func successors() {
    let known = Set(Self.keys)
    for ineffective in IneffectiveAnnotation.all {
      #expect(!known.contains(String(ineffective.annotation.drop { $0 != "/" }.dropFirst())))
      guard let successor = ineffective.successor else { continue }
      #expect(known.contains(String(successor.drop { $0 != "/" }.dropFirst())), "\(successor)")
    }
  }

  /// Where the reference names several classes, the catalogue has that of the value's validator,
  /// which the cell names first; the others are of Secrets, ConfigMaps and so on.
  private static let mixed = [
    "auth-cache-duration": ["group-lost", "denied"],
    "auth-proxy-set-headers": ["ignored", "denied"],
    "auth-secret-type": ["dropped", "denied"],
    "auth-tls-secret": ["dropped", "denied"],
    "auth-url": ["dropped", "denied"],
    "canary": ["ignored", "group-lost"],
    "custom-headers": ["ignored", "denied"],
    "default-backend": ["dropped", "group-lost"],
    "fastcgi-params-configmap": ["dropped", "denied", "group-lost"],
    "proxy-ssl-secret": ["dropped", "denied"],
    "temporal-redirect": ["dropped", "group-lost"],
  ]

  @Test(
    "has what the validator does where the reference names several",
    .enabled(if: Reference.text != nil, "no reference beside it"))
  func severalFailures() {
    let rows = Reference.rows.filter { $0.failures.count > 1 }
    #expect(Dictionary(rows.map { ($0.key, $0.failures) }) { $1 } == Self.mixed)
    for annotation in AnnotationDescription.all {
      guard let failures = Self.mixed[annotation.key] else { continue }
      #expect(annotation.failure.rawValue == failures.first, "\(annotation.key)")
    }
  }

  @Test("agrees with the reference", .enabled(if: Reference.text != nil, "no reference beside it"))
  func reference() {
    let rows = Reference.rows
    #expect(Set(rows.map(\.key)) == Set(Self.keys))
    #expect(rows.count { $0.failure != nil } > 100)
    let described = Dictionary(grouping: AnnotationDescription.all, by: \.key)
    for row in rows {
      guard let annotation = described[row.key]?.first else { continue }
      #expect(annotation.risk.rawValue == row.risk, "risk of \(row.key)")
      guard let failure = row.failure else { continue }
      #expect(annotation.failure.rawValue == failure, "another value of \(row.key)")
    }
  }
}
