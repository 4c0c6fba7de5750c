import Foundation
import Running
import Testing

@Suite("explain --object")
struct ObjectTests {
  @Test("tells in every format where fields came from")
  func formats() async throws {
    let arguments = ["explain", "--object", "httproute/shop/web", "-"]
    let text = try await Run(arguments, input: Manifests.shop)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("Ingress shop/web, spec.rules[0].host  (-:"))
    let lines = text.output.split(separator: "\n").dropFirst().map(String.init)
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    let markdown = try await Run(arguments + ["--format", "markdown"], input: Manifests.shop)
    #expect(markdown.output.contains("| field | value | from | place |"))
    let json = try await Run(arguments + ["--format", "json"], input: Manifests.shop)
    let object = try JSONSerialization.jsonObject(with: json.bytes) as? [String: Any]
    let fields = try #require(object?["fields"] as? [[String: Any]])
    #expect(fields.allSatisfy { ($0["sources"] as? [Any])?.isEmpty == false })
  }

  @Test(
    "tells what is wrong, and what is there",
    arguments: [
      (["--object", "HTTPRoute/shop/wep", "-"], "did you mean 'HTTPRoute/shop/web'?"),
      (["--object", "Role/shop/web", "-"], "the kinds are DestinationRule, Gateway, HTTPRoute"),
      (["--object", "HTTPRoute/shop/other", "-"], "there is HTTPRoute/shop/web"),
      (["--object", "web", "-"], "--object"), (["--object", "a/b/c"], "name the files or folders"),
    ])
  func wrong(_ arguments: [String], _ words: String) async throws {
    let run = try await Run(["explain"] + arguments, input: Manifests.shop)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("the mesh's part stands in a comment of the stream, or in a file that kubectl passes over")
  func meshConfig() async throws {
    let workspace = try Workspace()
    let file = try workspace.write("in.yaml", Manifests.authenticated)
    let stream = try await Run(["migrate", file, "-q"])
    #expect(stream.output.contains("---\n# For the owner of the mesh"))
    let comment = stream.output.components(separatedBy: "---\n").last ?? ""
    #expect(comment.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    _ = try await Run(["migrate", file, "-q", "-o", workspace.path + "/out"])
    #expect(workspace.read("out/mesh-config.txt")?.contains("\nextensionProviders:\n") == true)
    #expect(workspace.read("out/kustomization.yaml")?.contains("mesh-config") == false)
    #expect(workspace.read("out/.gatewright")?.contains("mesh-config.txt") == true)
  }
}
