import Running
import Testing

@Suite("annotations and explain")
struct AnnotationsTests {
  @Test("list every annotation", arguments: ["text", "json", "markdown"])
  func list(_ format: String) async throws {
    let run = try await Run(["annotations", "--format", format])
    #expect(run.status == 0)
    #expect(run.output.contains("use-regex"))
    #expect(run.errors.isEmpty)
  }

  @Test("list those in use, from files and from standard input")
  func used() async throws {
    let workspace = try Workspace()
    let file = try workspace.write("protected.yaml", Manifests.protected)
    for arguments in [["--used", "-", file], ["-", "--used", file], ["-", file, "--used"]] {
      let run = try await Run(["annotations"] + arguments, input: Manifests.shop)
      #expect(run.status == 0)
      #expect(run.output.contains("nginx.ingress.kubernetes.io/auth-url  1 Ingress\n"))
      #expect(!run.output.contains("use-regex"))
    }
  }

  @Test("say when a file cannot be read")
  func unreadable() async throws {
    let run = try await Run(
      ["annotations", "--used", "-", "nowhere.yaml"], input: Manifests.protected)
    #expect(run.status == 2)
    #expect(run.output.contains("nginx.ingress.kubernetes.io/auth-url"))
    #expect(run.output.contains("nowhere.yaml"))
  }

  @Test(
    "explain a word",
    arguments: [
      "use-regex", "nginx.ingress.kubernetes.io/use-regex", "annotation-unknown", "grpc-backend",
    ])
  func word(_ word: String) async throws {
    let run = try await Run(["explain", word])
    #expect(run.status == 0)
    #expect(run.output.contains(word))
    #expect(try await Run(["explain", word, "--format", "json"]).output.hasPrefix("{\n"))
  }

  @Test("say what was meant by a word that nobody knows")
  func unknown() async throws {
    let run = try await Run(["explain", "use-regx"])
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("did you mean 'use-regex'?"))
    #expect(
      try await Run(["explain", "qqqqqqqq"]).errors.contains("'gatewright annotations' lists"))
  }
}
