import Evidence
import Foundation
import Gatewright
import RecordedAnswers
import Running
import Testing
import YAMLText

/// What nginx protects is, in the emitted objects, protected, denied, without a backend, or accepted.
@Suite("protection")
struct ProtectionTests {
  @Test("is kept in every recorded case", arguments: RecordedCase.all("ingress-nginx-oracle"))
  func oracle(_ recorded: RecordedCase) throws {
    let audit = Self.audit(Input(name: "input.yaml", bytes: try recorded.bytes("input.yaml")))
    #expect(audit.faults.count == 0, "\(audit.faults.prefix(5))")
  }

  @Test("is kept in every case of the peers", .enabled { canRead(peers) })
  func peerCases() throws {
    var count = 0
    for folder in try FileManager.default.contentsOfDirectory(atPath: Self.peers.path).sorted() {
      let file = Self.peers.appendingPathComponent("\(folder)/input.yaml")
      guard let data = try? Data(contentsOf: file) else { continue }
      let audit = Self.audit(Input(name: "input.yaml", bytes: Array(data)))
      count += audit.count
      #expect(audit.faults.count == 0, "\(folder): \(audit.faults.prefix(5))")
    }
    #expect(count > 100)
  }

  @Test("is lost where somebody accepts it, and nowhere else")
  func accepted() {
    var options = MigrationOptions()
    options.accepted = [Acceptance(code: "rate-limit-lost")]
    let audit = Self.audit(Self.guarded, options, accepted: ["rate-limit-lost"])
    #expect(audit.faults.count == 0, "\(audit.faults)")
    #expect(!Self.audit(Self.guarded, options).faults.isEmpty, "the limit is still there")
  }

  @Test("is missed where an object is damaged", arguments: Damage.all)
  func damaged(_ damage: Damage) {
    let (inspection, emitted) = Self.both(Self.guarded, MigrationOptions())
    #expect(ProtectionAudit(inspection, emitted).faults.isEmpty)
    #expect(ProtectionAudit(inspection, emitted).count > 50)
    var changed = false
    var broken = emitted
    broken.documents = emitted.documents.compactMap { document in
      let result = damage.change(document)
      if result != document { changed = true }
      return result
    }
    #expect(changed, "nothing was damaged")
    #expect(!ProtectionAudit(inspection, broken).faults.isEmpty, "\(damage) is not seen")
  }

  private static let peers = packageFolder.appendingPathComponent("../shared/peer-cases")

  /// Says loudly what is not tested.
  private static func canRead(_ folder: URL) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    if !isThere { print("SKIPPED: no peer cases, so their protection is not looked at") }
    return isThere
  }

  private static func audit(
    _ input: Input, _ options: MigrationOptions = MigrationOptions(), accepted: Set<String> = []
  ) -> ProtectionAudit {
    let (inspection, emitted) = both(input, options)
    return ProtectionAudit(inspection, emitted, accepted: accepted)
  }

  private static func both(
    _ input: Input, _ options: MigrationOptions
  ) -> (Inspection, EmittedObjects) {
    var options = options
    options.verification.isOn = false
    let yaml = migrate([input], options: options).manifests.map { "---\n\($0.yaml)" }.joined()
    return (inspect([input], options: options).inspection, EmittedObjects(yaml: yaml))
  }
}

/// A way to open what was closed.
struct Damage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// What becomes of a document; nil drops it.
  var change: @Sendable (Node) -> Node?

  static let all =
    ["addresses", "auth"].map { word in
      Damage(testDescription: "a policy about \(word) is gone") {
        $0.isPolicy(about: word) ? nil : $0
      }
    } + [
      Damage(testDescription: "a closed path has a backend and no policy") {
        $0.isPolicy(about: "closed") ? nil : $0.withBackends
      },
      Damage(testDescription: "a host is not named with a port") { $0.without(":*", in: "hosts") },
      Damage(testDescription: "a host is not named") { $0.without("lists.test", in: "hosts") },
      Damage(testDescription: "paths below are not named") { $0.without("/admin/*", in: "paths") },
      Damage(testDescription: "a path itself is not named") { $0.without("/admin", in: "paths") },
      Damage(testDescription: "doubled slashes are not named") { $0.without("//*", in: "paths") },
      Damage(testDescription: "more paths are carved out") {
        $0.replacing("/admin/open/*", by: "/admin/*", in: "notPaths")
      },
      Damage(testDescription: "more clients are let in") {
        $0.replacing("10.0.0.0/8", by: "0.0.0.0/0", in: "notRemoteIpBlocks")
      },
      Damage(testDescription: "another port is meant") {
        $0.replacing("80", by: "443", in: "notPorts")
      },
      Damage(testDescription: "no certificate is asked for") {
        $0.without("MUTUAL", in: "gateway.istio.io/tls-terminate-mode")
      },
    ]
}

extension Node {
  fileprivate func isPolicy(about word: String) -> Bool {
    self["kind"]?.text == "AuthorizationPolicy"
      && self["metadata"]?["name"]?.text?.hasSuffix(word) == true
  }

  /// The tree with a backend in every rule that has none and does nothing else.
  fileprivate var withBackends: Node {
    switch content {
    case .scalar: return self
    case .sequence(let nodes): return .sequence(nodes.map(\.withBackends))
    case .mapping(let entries):
      guard entries.map(\.key) != ["matches"] else {
        return .mapping(entries + [Entry("backendRefs", .sequence([]))])
      }
      return .mapping(entries.map { Entry($0.key, $0.value.withBackends) })
    }
  }

  /// The tree with the texts of a key's list changed; nil takes one away.
  fileprivate func changing(_ key: String, _ change: (String) -> String?) -> Node {
    switch content {
    case .scalar: return self
    case .sequence(let nodes): return .sequence(nodes.map { $0.changing(key, change) })
    case .mapping(let entries):
      return .mapping(
        entries.map { entry in
          guard entry.key == key else { return Entry(entry.key, entry.value.changing(key, change)) }
          if let text = entry.value.text { return Entry(key, .string(change(text) ?? "SIMPLE")) }
          return Entry(key, .sequence(entry.value.texts.compactMap(change).map { .string($0) }))
        })
    }
  }

  fileprivate func without(_ end: String, in key: String) -> Node {
    changing(key) { $0 == end || (end == ":*" && $0.hasSuffix(end)) ? nil : $0 }
  }

  fileprivate func replacing(_ text: String, by other: String, in key: String) -> Node {
    changing(key) { $0 == text ? other : $0 }
  }
}

extension ProtectionTests {
  /// A host for each guard.
  fileprivate static let guarded = Input(
    name: "input.yaml",
    text: [
      IngressSketch("lists", "lists.test", path: "/admin").with(
        "allowlist-source-range: 10.0.0.0/8"
      )
      .secured("lists.test", by: "tls"),
      IngressSketch(
        "open", "lists.test", paths: [.init("/", "web"), .init("/admin/open", "web")]),
      IngressSketch("auth", "auth.test").with(
        "auth-url: 'http://auth.ops.svc.cluster.local/check'"),
      IngressSketch("limit", "limit.test", path: "/limit").with("limit-rps: '3'"),
      IngressSketch("plain", "limit.test"),
      IngressSketch("clients", "clients.test").with("auth-tls-secret: shop/ca")
        .secured("clients.test", by: "tls"),
      IngressSketch("wild", "*.wild.test").with("denylist-source-range: 203.0.113.0/24"),
    ].map(\.yaml).joined())
}
