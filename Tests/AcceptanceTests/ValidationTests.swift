import Foundation
import Running
import Testing

/// The outputs for a folder of inputs, held against the schemas by `Validation/validate.py`.
@Suite("validation")
struct ValidationTests {
  private static let shared = packageFolder.appendingPathComponent("../shared").standardizedFileURL
  private static let script = packageFolder.appendingPathComponent(
    "Tests/AcceptanceTests/Validation/validate.py")
  private static let crds = [
    "crds/gateway-api-standard", "crds/istio/istio-1.30.3-crd-all.gen.yaml",
  ].map { shared.appendingPathComponent($0).path }

  /// Says loudly what is not tested, where the reference data or Python's libraries are not there.
  private static let canValidate = Task<Bool, Never> {
    let isThere = FileManager.default.fileExists(atPath: crds[0])
    let run = try? await Run(["python3", "-c", "import jsonschema, yaml"], of: Run.env)
    let isReady = isThere && run?.status == 0
    if !isReady { print("SKIPPED: no schemas, or no jsonschema and PyYAML: nothing is validated") }
    return isReady
  }

  @Test("finds nothing in what is written for any input", .enabled { await canValidate.value })
  func everyInput() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let inputs = try Self.inputs()
    #expect(inputs.count > 200)
    for input in inputs {
      let run = try await Run(["migrate", "--quiet", "--no-verify", input.path], in: packageFolder)
      #expect([0, 1, 2].contains(run.status), "\(input.path)")
      try run.bytes.write(to: folder.url.appendingPathComponent("\(Self.name(of: input)).yaml"))
    }
    let faults = try await Self.faults(in: folder)
    #expect(faults.status == 0, "\(faults.output)")
  }

  @Test(
    "finds faults where they are", .enabled { await canValidate.value },
    arguments: [
      ("P2", "path: {type: Exact, value: /a//b}"),
      ("P11", "path: {type: PathPrefix, value: '/a b'}"),
      ("unexpected", "path: {kind: Exact, value: /a}"),
      ("is not one of", "path: {type: Prefix, value: /a}"),
      ("occurs twice", "headers: [{name: a, value: b}, {name: a, value: c}]"),
    ])
  func faultyMatch(_ fault: String, _ match: String) async throws {
    let route = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: a, namespace: shop}
      spec: {rules: [{matches: [{\(match)}], backendRefs: [{name: a, port: 80}]}]}
      """
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(route, to: "route.yaml")
    let faults = try await Self.faults(in: folder)
    #expect(faults.status == 1)
    #expect(faults.output.contains(fault), "\(faults.output)")
  }

  private static func faults(in folder: TemporaryFolder) async throws -> Run {
    try await Run(["python3", script.path, folder.url.path] + crds, of: Run.env)
  }

  /// The peers' cases and all of the project's own Ingresses.
  private static func inputs() throws -> [URL] {
    let peers = shared.appendingPathComponent("peer-cases")
    let own = packageFolder.appendingPathComponent("testdata")
    return try [peers, own].flatMap { root in
      try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        .filter { $0.hasSuffix("input.yaml") && !$0.hasPrefix("istio-oracle") }.map {
          root.appendingPathComponent($0)
        }
    }
  }

  private static func name(of input: URL) -> String {
    input.pathComponents.suffix(3).dropLast().joined(separator: "-")
  }
}
