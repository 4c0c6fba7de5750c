import Foundation
import Running
import Testing

@Suite("gatewright verify")
struct VerifyTests {
  private let workspace: Workspace
  private let input: String

  init() throws {
    workspace = try Workspace()
    input = try workspace.write("shop.yaml", Manifests.shop)
  }

  private func routes(_ arguments: [String] = []) async throws -> String {
    try await Run(["migrate", input, "-q", "--no-verify"] + arguments).output
  }

  @Test("leaves with 0 where findings explain every difference")
  func explained() async throws {
    let file = try workspace.write("routes.yaml", await routes())
    for arguments in [[], ["--gateway", file]] {
      let run = try await Run(["verify", "--ingress", input] + arguments)
      #expect(run.status == 0, "\(run.output)")
      #expect(run.output.contains("all explained by findings"))
    }
  }

  @Test(
    "leaves with 1 where routes are wrong, unless told otherwise",
    arguments: [([], 1), (["--fail-on", "never"], 0)] as [([String], Int32)])
  func wrong(_ arguments: [String], _ status: Int32) async throws {
    let text = try await routes().replacingOccurrences(of: "port: 80\n", with: "port: 81\n")
    let file = try workspace.write("routes.yaml", text)
    let run = try await Run(["verify", "--ingress", input, "--gateway", file] + arguments)
    #expect(run.status == status)
    #expect(run.output.contains("and no finding says why"))
    #expect(run.output.contains("'http://web.example/'"))
  }

  @Test("takes the class that is named for Istio's")
  func gatewayClass() async throws {
    let file = try workspace.write("routes.yaml", await routes(["--gateway-class", "edge"]))
    let asked = ["verify", "--ingress", input, "--gateway", file]
    #expect(try await Run(asked).status == 1)
    #expect(try await Run(asked + ["--gateway-class", "edge"]).status == 0)
  }

  @Test(
    "refuses what makes no sense",
    arguments: [
      ([], 64), (["--ingress"], 64), (["--ingress", "-", "--gateway", "-"], 64),
      (["--ingress", "-", "--verify-budget", "0"], 64), (["--ingress", "nowhere.yaml"], 2),
    ] as [([String], Int32)])
  func usage(_ arguments: [String], _ status: Int32) async throws {
    #expect(try await Run(["verify"] + arguments, input: Manifests.shop).status == status)
  }

  @Test("names requests that trace takes, one for each class")
  func witnesses() async throws {
    let run = try await Run(
      ["verify", "--ingress", "-", "--format", "json", "--witnesses"], input: Manifests.shop)
    let report = try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any]
    let hosts = report?["hosts"] as? [[String: Any]] ?? []
    let requests = hosts.flatMap { $0["witnesses"] as? [Any] ?? [] }
    let lines = try requests.map { request in
      let line = try JSONSerialization.data(withJSONObject: ["request": request])
      return String(decoding: line, as: UTF8.self) + "\n"
    }
    let file = try workspace.write("requests.jsonl", lines.joined())
    let traced = try await Run(
      ["trace", input, "--requests", file, "--format", "json", "--fail-on", "never"])
    #expect(requests.count > 4)
    #expect(traced.output.split(separator: "\n").count == requests.count)
    #expect(hosts.compactMap { $0["classes"] as? Int }.reduce(0, +) == requests.count)
  }

  @Test("is done by migrate, unless left out", arguments: [true, false])
  func migrate(_ verifies: Bool) async throws {
    let run = try await Run(["migrate", input] + (verifies ? [] : ["--no-verify"]))
    #expect(run.errors.contains("\nverified   ") == verifies)
  }
}
