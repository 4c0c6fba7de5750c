import Foundation
import Running
import Testing

@Suite("migrate")
struct MigrateTests {
  @Test("prints objects on standard output and the report on standard error")
  func streams() async throws {
    let run = try await Run(["migrate", "-"], input: Manifests.shop)
    #expect(run.output.hasPrefix("---\n"))
    #expect(run.errors.contains("verdicts"))
    #expect(!run.errors.contains("\u{1B}"))
    let quiet = try await Run(["migrate", "-", "--quiet"], input: Manifests.shop)
    #expect(quiet.output == run.output)
    #expect(quiet.errors.isEmpty)
  }

  @Test("searches folders in the order of names, without hidden files and others")
  func folders() async throws {
    let workspace = try Workspace()
    try workspace.write("in/b.yml", Manifests.plain("b"))
    try workspace.write("in/a/z.json", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}")
    try workspace.write("in/a.yaml", Manifests.services)
    try workspace.write("in/.hidden.yaml", Manifests.plain("hidden"))
    try workspace.write("in/.git/c.yaml", Manifests.plain("c"))
    try workspace.write("in/readme.txt", "not: [yaml")
    let run = try await Run(["migrate", workspace.path + "/in", workspace.path + "/in/b.yml"])
    #expect(run.output.contains("b.example"))
    #expect(!run.output.contains("hidden.example"))
    #expect(!run.output.contains("c.example"))
    #expect(run.errors.contains("read       3 objects, 1 Ingress\n"), "\(run.errors)")
  }

  @Test("writes the report in the format of each file's suffix")
  func reports() async throws {
    let workspace = try Workspace()
    let files = ["r.md", "r.json", "r.txt"].map { "\(workspace.path)/\($0)" }
    let run = try await Run(
      ["migrate", "-", "-q"] + files.flatMap { ["--report", $0] }, input: Manifests.shop)
    #expect(run.status == 0)
    #expect(workspace.read("r.md")?.hasPrefix("# Migration report\n") == true)
    #expect(workspace.read("r.txt")?.hasPrefix("read ") == true)
    let json = try JSONSerialization.jsonObject(with: Data((workspace.read("r.json") ?? "").utf8))
    #expect((json as? [String: Any])?["schemaVersion"] as? Int == 1)
    #expect(workspace.files(in: ".") == ["r.json", "r.md", "r.txt"])
  }

  @Test(
    "colours as told",
    arguments: [
      (["--color", "always"], [:], true), (["--color", "never"], [:], false), ([], [:], false),
      (["--color", "always"], ["NO_COLOR": "1"], true), ([], ["NO_COLOR": "1"], false),
    ] as [([String], [String: String], Bool)])
  func colour(_ arguments: [String], _ environment: [String: String], _ isColoured: Bool)
    async throws
  {
    let run = try await Run(
      ["migrate", "-"] + arguments, input: Manifests.shop, environment: environment)
    #expect(run.errors.contains("\u{1B}[") == isColoured)
    #expect(!run.output.contains("\u{1B}["))
  }

  @Test("survives a reader that goes away")
  func brokenPipe() async throws {
    let workspace = try Workspace()
    let many = (0..<300).map { Manifests.plain("web-\($0)") }.joined()
    let file = try workspace.write("many.yaml", Manifests.services + many)
    let piped = "'\(Run.gatewright.path)' migrate -q '\(file)' | head -c 1 >/dev/null"
    let run = try await Run(["bash", "-c", "\(piped); exit ${PIPESTATUS[0]}"], of: Run.env)
    #expect(run.status == 0)
  }

  @Test("says when the output cannot be written")
  func fullDevice() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let workspace = try Workspace()
    let file = try workspace.write("a.yaml", Manifests.shop)
    let command = "'\(Run.gatewright.path)' migrate -q '\(file)' > /dev/full 2>&1"
    #expect(try await Run(["sh", "-c", command], of: Run.env).status == 70)
  }
}
