import Foundation
import Running
import Testing

@Suite("settings")
struct SettingsTests {
  private func folder(_ workspace: Workspace, _ name: String = "") -> URL {
    URL(fileURLWithPath: "\(workspace.path)/\(name)")
  }

  @Test("are those of the nearest gatewright.yaml, in the working directory or above")
  func lookup() async throws {
    let workspace = try Workspace()
    try workspace.write("gatewright.yaml", "gateway: {name: outer}\n")
    try workspace.write("a/gatewright.yaml", "gateway: {name: inner}\n")
    try workspace.write("a/b/in.yaml", Manifests.shop)
    try workspace.write("c/in.yaml", Manifests.shop)
    let inner = try await Run(["migrate", "in.yaml"], in: folder(workspace, "a/b"))
    #expect(inner.output.contains("\n  name: inner\n"))
    #expect(inner.errors.hasPrefix("gatewright: settings from ../gatewright.yaml\n"))
    let outer = try await Run(["migrate", "in.yaml", "-q"], in: folder(workspace, "c"))
    #expect(outer.output.contains("\n  name: outer\n"))
    #expect(outer.errors.isEmpty)
    let none = try await Run(["migrate", "in.yaml", "--no-config"], in: folder(workspace, "c"))
    #expect(none.output.contains("\n  name: ingress\n"))
    let named = try await Run(
      ["migrate", "in.yaml", "--config", "../gatewright.yaml"], in: folder(workspace, "a/b"))
    #expect(named.output.contains("\n  name: inner\n"))
  }

  @Test("give way to the command line, and are no manifest")
  func precedence() async throws {
    let workspace = try Workspace()
    try workspace.write(
      "gatewright.yaml", "gateway: {name: outer, per-namespace: true}\nprovenance: false\n")
    try workspace.write("in.yaml", Manifests.shop)
    let run = try await Run(
      ["migrate", ".", "--gateway-name", "mine", "--no-gateway-per-namespace", "--provenance"],
      in: folder(workspace))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\n  name: mine\n  namespace: istio-ingress\n"))
    #expect(run.output.contains("gatewright.dev/source"))
    #expect(!run.errors.contains("gatewright.yaml:"))
  }

  @Test(
    "that are wrong stop the run, each fault on a line", arguments: ["migrate", "diff", "trace"])
  func faults(_ command: String) async throws {
    let workspace = try Workspace()
    try workspace.write("gatewright.yaml", "gatway: {}\nprovenance: 3\n")
    let rest = ["diff": ["--against", "."], "trace": ["--", "http://shop.example/"]]
    let run = try await Run([command, "-"] + (rest[command] ?? []), in: folder(workspace))
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("gatewright: gatewright.yaml:1:1: there is no key 'gatway'"))
    #expect(run.errors.contains("gatewright: gatewright.yaml:2:13: 'provenance' takes"))
  }

  @Test(
    "that are no file are wrong usage",
    arguments: [
      ["--config", "nowhere.yaml"], ["--config", "."], ["--config", "x", "--no-config"],
    ])
  func odd(_ arguments: [String]) async throws {
    let workspace = try Workspace()
    let run = try await Run(
      ["migrate", "-"] + arguments, in: folder(workspace), input: Manifests.shop)
    #expect(run.status == 64, "\(run.errors)")
  }

  @Test("expire by SOURCE_DATE_EPOCH where it is set")
  func expiry() async throws {
    let workspace = try Workspace()
    let settings = "accept: [{code: default-server-differs, reason: r, until: 2027-01-31}]\n"
    try workspace.write("gatewright.yaml", settings)
    for (epoch, expires) in [("1801396800", false), ("1801440000", true)] {
      let run = try await Run(
        ["migrate", "-"], in: folder(workspace), input: Manifests.shop,
        environment: ["SOURCE_DATE_EPOCH": epoch])
      #expect(run.errors.contains("acceptance-expired") == expires)
    }
  }

  @Test("are written by init, once, and change nothing")
  func initial() async throws {
    let workspace = try Workspace()
    try workspace.write("in.yaml", Manifests.shop)
    let plain = try await Run(["migrate", "in.yaml"], in: folder(workspace))
    let first = try await Run(["init", "in.yaml"], in: folder(workspace))
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    #expect(first.errors == "gatewright: gatewright.yaml is written\n")
    #expect(try await Run(["migrate", "in.yaml"], in: folder(workspace)).output == plain.output)
    let again = try await Run(["init", "in.yaml"], in: folder(workspace))
    #expect(again.status == 64)
    #expect(again.errors.contains("--force"))
    #expect(try await Run(["init", "--force", "-q"], in: folder(workspace)).status == 0)
    let printed = try await Run(
      ["init", "-", "-o", "-"], in: folder(workspace), input: Manifests.shop)
    #expect(printed.output.contains("#   shop: istio-ingress/shop\n"))
    #expect(try await Run(["init", "nowhere", "-o", "-"]).status == 2)
  }
}
