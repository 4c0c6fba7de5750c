import Evidence
import Gatewright
import Testing

/// Names are what a reviewer and a cluster know objects by.
@Suite("names")
struct NameTests {
  private static let stranger = IngressSketch("stranger", "stranger.example.net", to: "stranger")
    .secured("stranger.example.net", by: "stranger-tls").created(minute: 20)

  @Test("stay as they are when an unrelated Ingress is added", arguments: 1...25)
  func stability(_ seed: UInt64) {
    let inputs = GeneratedCluster(seed: seed, count: 25).inputs
    for namespace in ["shop", "aside"] {
      let added = Input(name: "stranger.yaml", text: Self.stranger.within(namespace).yaml)
      let (before, after) = (migrate(inputs).manifests, migrate(inputs + [added]).manifests)
      let later = Dictionary(after.map { ($0.reference, $0) }) { first, _ in first }
      for manifest in before {
        let same = later[manifest.reference]
        #expect(same != nil, "\(manifest.reference) is gone")
        guard ["HTTPRoute", "DestinationRule"].contains(manifest.reference.kind) else { continue }
        #expect(same?.yaml == manifest.yaml, "\(manifest.reference) has changed")
      }
    }
  }

  @Test("stay as they are beyond the listeners of one Gateway", arguments: [62, 63, 64, 65, 130])
  func stabilityOfSets(_ count: Int) {
    let inputs = (0..<count).map { number in
      let host = "site-\(number).example.org"
      let sketch = IngressSketch("site-\(number)", host).secured(host, by: "tls-\(number)")
      return Input(name: "\(number).yaml", text: sketch.yaml)
    }
    let added = Input(name: "added.yaml", text: Self.stranger.yaml)
    let before = Set(migrate(inputs).manifests.map { $0.reference })
    let after = Set(migrate(inputs + [added]).manifests.map { $0.reference })
    // In a ListenerSet beside its Secret a listener no longer needs a grant.
    let lost = before.subtracting(after).filter { $0.kind != "ReferenceGrant" }
    #expect(lost.isEmpty, "\(lost)")
  }

  @Test("are valid and given once", arguments: 1...25)
  func validity(_ seed: UInt64) {
    let references = migrate(GeneratedCluster(seed: seed, count: 25).inputs).manifests
      .map { $0.reference }
    #expect(Set(references).count == references.count)
    for reference in references {
      #expect(isSubdomain(reference.name), "\(reference)")
      #expect(reference.name.utf8.count <= 253, "\(reference)")
    }
  }

  /// Whether a name is a DNS-1123 subdomain.
  private func isSubdomain(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      let isPlain = label.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }
      return isPlain && !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
  }
}
