import Running
import Testing

@Suite("diff")
struct DiffTests {
  private let workspace: Workspace

  init() async throws {
    workspace = try Workspace()
    _ = try await Run(
      ["migrate", "-", "-q", "--output", workspace.path + "/out"],
      input: Manifests.shop)
  }

  private func diff(_ text: String, _ arguments: String...) async throws -> Run {
    try await Run(["diff", "-", "--against", workspace.path + "/out"] + arguments, input: text)
  }

  @Test("finds its own output the same and writes nothing")
  func same() async throws {
    let files = workspace.files(in: ".")
    #expect(try await diff(Manifests.shop).status == 0)
    #expect(workspace.files(in: ".") == files)
  }

  @Test("tells what differs")
  func differs() async throws {
    let route = "out/shop/httproute-web.yaml"
    let text = try #require(workspace.read(route))
    try workspace.write(route, text.split(separator: "web.example").joined(separator: "x.example"))
    let run = try await diff(Manifests.shop + Manifests.plain("more"))
    #expect(run.status == 1)
    #expect(run.output.contains("added    HTTPRoute shop/more\n"))
    #expect(run.output.contains("    spec.hostnames[0]\n      - \"x.example\"\n"))
    #expect(try await diff(Manifests.shop, "--format", "markdown").output.hasPrefix("# Difference"))
    #expect(
      try await diff(Manifests.shop, "--format", "json").output.contains("\"change\": \"changed\""))
  }

  @Test("says when a side cannot be read")
  func unreadable() async throws {
    #expect(try await diff("a: [").status == 2)
    let run = try await Run(
      ["diff", "-", "--against", workspace.path + "/gone"], input: Manifests.shop)
    #expect(run.status == 2)
    try workspace.write("out/broken.yaml", "a: [")
    #expect(try await diff(Manifests.shop).status == 2)
  }
}
