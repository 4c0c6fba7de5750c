import Foundation
import Running
import Testing

@Suite("output folder")
struct OutputTreeTests {
  private let workspace: Workspace
  private var folder: String { workspace.path + "/out" }

  init() throws {
    workspace = try Workspace()
  }

  private func migrate(_ text: String, _ arguments: String...) async throws -> Run {
    try await Run(["migrate", "-", "--quiet", "--output", folder] + arguments, input: text)
  }

  @Test("gets one file per object, a kustomization and a listing")
  func files() async throws {
    #expect(try await migrate(Manifests.shop).status == 0)
    #expect(
      workspace.files(in: "out") == [
        ".gatewright", "istio-ingress/gateway-ingress.yaml", "kustomization.yaml",
        "shop/destinationrule-web.yaml", "shop/httproute-web.yaml",
      ])
    #expect(
      workspace.read("out/kustomization.yaml") == """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - istio-ingress/gateway-ingress.yaml
          - shop/destinationrule-web.yaml
          - shop/httproute-web.yaml

        """)
  }

  @Test("follows the input: files change, come and go")
  func again() async throws {
    _ = try await migrate(Manifests.shop + Manifests.plain("old"))
    #expect(workspace.read("out/shop/httproute-old.yaml") != nil)
    try workspace.write("out/shop/notes.md", "mine")
    #expect(try await migrate(Manifests.shop + Manifests.plain("new")).status == 0)
    #expect(workspace.read("out/shop/httproute-old.yaml") == nil)
    #expect(workspace.read("out/shop/httproute-new.yaml") != nil)
    #expect(workspace.read("out/shop/notes.md") == "mine")
    #expect(workspace.read("out/kustomization.yaml")?.contains("httproute-old") == false)
  }

  @Test("keeps what was changed by hand, unless forced", arguments: [true, false])
  func changed(_ force: Bool) async throws {
    _ = try await migrate(Manifests.shop + Manifests.plain("other"))
    try workspace.write("out/shop/httproute-web.yaml", "mine")
    let before = workspace.files(in: "out").map { workspace.read("out/\($0)") }
    let run = try await force ? migrate(Manifests.shop, "--force") : migrate(Manifests.shop)
    #expect(run.status == (force ? 0 : 64))
    if force {
      #expect(workspace.read("out/shop/httproute-web.yaml")?.contains("HTTPRoute") == true)
    } else {
      #expect(workspace.files(in: "out").map { workspace.read("out/\($0)") } == before)
      #expect(run.errors.contains("out/shop/httproute-web.yaml"))
      #expect(run.errors.contains("--force"))
    }
  }

  @Test("keeps a file that somebody else put in the way")
  func foreign() async throws {
    try workspace.write("out/kustomization.yaml", "mine")
    let run = try await migrate(Manifests.shop)
    #expect(run.status == 64)
    #expect(workspace.files(in: "out") == ["kustomization.yaml"])
    #expect(workspace.read("out/kustomization.yaml") == "mine")
  }

  @Test("keeps a file that is no longer needed but was changed by hand")
  func stale() async throws {
    _ = try await migrate(Manifests.shop + Manifests.plain("old"))
    try workspace.write("out/shop/httproute-old.yaml", "mine")
    let run = try await Run(["migrate", "-", "--output", folder], input: Manifests.shop)
    #expect(run.status == 0)
    #expect(workspace.read("out/shop/httproute-old.yaml") == "mine")
    #expect(run.errors.contains("httproute-old.yaml is no longer needed"))
  }

  @Test("takes up a folder whose files are already as they should be")
  func same() async throws {
    _ = try await migrate(Manifests.shop)
    try FileManager.default.removeItem(atPath: folder + "/.gatewright")
    #expect(try await migrate(Manifests.shop).status == 0)
    #expect(workspace.read("out/.gatewright")?.contains("shop/httproute-web.yaml") == true)
  }

  @Test("is not a file, nor is a folder in the way of one")
  func kinds() async throws {
    try workspace.write("out/kustomization.yaml/x", "mine")
    #expect(try await migrate(Manifests.shop).status == 64)
    #expect(workspace.files(in: "out") == ["kustomization.yaml/x"])
    let file = try workspace.write("file", "mine")
    let run = try await Run(["migrate", "-", "--output", file], input: Manifests.shop)
    #expect(run.status == 64)
    #expect(workspace.read("file") == "mine")
  }

  @Test("does not follow a listing that leads out of it")
  func listing() async throws {
    try workspace.write("precious.yaml", "mine")
    try workspace.write("out/.gatewright", "cbf29ce484222325  ../precious.yaml\n")
    #expect(try await migrate(Manifests.shop).status == 0)
    #expect(workspace.read("precious.yaml") == "mine")
  }
}
