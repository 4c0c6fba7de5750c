import Evidence
import Foundation
import Kubernetes
import Testing

/// Recorded inputs that lie beside the package on some machines.
private enum Corpus {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")

  static func exists(_ name: String) -> Bool { !inputs(name).isEmpty }

  static func inputs(_ name: String) -> [URL] {
    let folder = root.appendingPathComponent(name)
    let cases =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return cases.map { $0.appendingPathComponent("input.yaml") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
      .sorted { $0.path < $1.path }
  }

  static func read(_ input: URL) throws -> Cluster {
    var importer = Importer()
    importer.read([UInt8](try Data(contentsOf: input)), file: input.path)
    return importer.cluster
  }
}

@Suite("recorded inputs")
struct CorpusTests {
  @Test("of ingress-nginx are read whole", .enabled(if: Corpus.exists("oracle")))
  func oracle() throws {
    var problems: [String] = []
    for input in Corpus.inputs("oracle") {
      let cluster = try Corpus.read(input)
      let text = String(decoding: try Data(contentsOf: input), as: UTF8.self)
      let written = text.split(separator: "\n").filter { $0 == "kind: Ingress" }.count
      if cluster.ingresses.count != written { problems.append("\(input.path): Ingresses missing") }
      problems += cluster.findings.filter { $0.rule != .apiServerWouldRefuse }.map(describe)
    }
    #expect(problems.isEmpty)
  }

  @Test("of other tools are read whole", .enabled(if: Corpus.exists("peer-cases")))
  func peerCases() throws {
    var problems: [String] = []
    for input in Corpus.inputs("peer-cases") {
      problems += try Corpus.read(input).findings.map(describe)
    }
    #expect(problems.isEmpty)
  }

  private func describe(_ finding: Finding) -> String {
    "\(finding.place?.description ?? "") \(finding.rule.code) \(finding.field): \(finding.message)"
  }
}
