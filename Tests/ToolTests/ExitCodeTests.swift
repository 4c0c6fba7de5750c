import Running
import Testing

@Suite("exit codes")
struct ExitCodeTests {
  @Test(
    "tell whether anything needs review",
    arguments: [
      (Manifests.shop, [], 0), (Manifests.limited, [], 1),
      (Manifests.limited, ["--fail-on", "warning"], 1),
      (Manifests.limited, ["--fail-on", "never"], 0),
      (Manifests.limited, ["--accept", "connection-limit-lost"], 0),
      (Manifests.limited, ["--accept", "connection-limit-lost:shop/web"], 0),
      (Manifests.limited, ["--accept", "connection-limit-lost:shop/other"], 1),
      (Manifests.limited, ["--accept", "rate-limit-lost"], 1), ("a: [", [], 2),
      ("", [], 2), (Manifests.shop + "---\na: [", ["--fail-on", "never"], 2),
      (Manifests.shop, ["nowhere.yaml"], 2),
    ] as [(String, [String], Int32)])
  func migrate(_ text: String, _ arguments: [String], _ status: Int32) async throws {
    let run = try await Run(["migrate", "-"] + arguments, input: text)
    #expect(run.status == status, "\(run.errors)")
    if text.contains("kind: Ingress") { #expect(run.output.contains("kind: HTTPRoute")) }
  }

  @Test(
    "tell wrong usage on one line, with a hint",
    arguments: [
      ["migrate"], ["migrate", "--nope", "-"], ["migrate", "--fail-on", "x", "-"], ["nope"],
      ["migrate", "--report", "x.pdf", "-"], ["migrate", "--gateway-name", "A_b", "-"],
      ["migrate", "--gateway-annotation", "x", "-"],
      ["migrate", "--accept", "rate-limit-lot", "-"],
      ["migrate", "--accept", "rate-limit-lost:x", "-"],
      ["migrate", "--default-backend-service", "x", "-"],
      ["trace", "-"], ["trace", "-", "--", "ftp://x/"], ["trace", "-", "--", "get", "http://x/"],
      ["trace", "-", "--", "http://x/", "-H"], ["trace", "-", "--", "http://x/", "-H", "none"],
      ["trace", "-", "--", "GET", "http://x/", "http://y/"], ["trace", "--", "http://x/"],
      ["trace", "-", "--requests", "-"],
      ["trace", "-", "--requests", "x", "--", "http://x/"], ["trace", "-", "--", "--side", "both"],
      ["trace", "-", "--", "http://x:99999/"], ["trace", "-", "--", "http:///x"],
      ["diff", "-"], ["diff", "--against", "x"],
      ["annotations", "--used"], ["annotations", "-"], ["explain"], ["explain", "nope"],
    ])
  func usage(_ arguments: [String]) async throws {
    let run = try await Run(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(run.errors)")
    #expect(lines.first?.hasPrefix("gatewright: ") == true)
    #expect(lines.last?.hasPrefix("See 'gatewright ") == true)
  }

  @Test(
    "are explained by --help",
    arguments: ["migrate", "trace", "diff", "annotations", "explain"])
  func help(_ command: String) async throws {
    let run = try await Run([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Exit codes: 0 "))
    #expect(run.errors.isEmpty)
  }

  @Test("and the version are asked for without input")
  func version() async throws {
    let run = try await Run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }
}
