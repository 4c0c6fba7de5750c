import Foundation
import Running
import Testing

@Suite("trace")
struct TraceTests {
  private func answers(_ arguments: [String], requests: String) async throws -> (
    Run, [[String: Any]]
  ) {
    let workspace = try Workspace()
    let file = try workspace.write("shop.yaml", Manifests.shop)
    let run = try await Run(
      ["trace", file, "--format", "json", "--requests", "-"] + arguments, input: requests)
    let lines = try run.output.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
    return (run, lines)
  }

  @Test("answers JSON Lines in their order, repeating each request whole")
  func lines() async throws {
    let requests = """
      {"request": {"method": "GET", "scheme": "http", "host": "web.example", "target": "/a?b", "headers": [["X", "1"]], "own": {"n": [1.5, null]}}}

      {"request": {"host": "nobody.example"}, "answer": {"status": 404}}
      """
    let (run, lines) = try await answers([], requests: requests)
    #expect(run.status == 0)
    #expect(lines.count == 2)
    let request = try #require(lines.first?["request"] as? [String: Any])
    #expect(Set(request.keys) == ["method", "scheme", "host", "target", "headers", "own"])
    let ingress = try #require(lines.first?["ingress"] as? [String: Any])
    #expect(ingress["backend"] as? String == "shop/web:80")
    #expect(ingress["distribution"] as? [String: Double] == ["shop/web:80": 1])
    #expect(ingress["upstreamPath"] as? String == "/a?b")
    #expect(ingress["status"] is NSNull)
    #expect(lines.first?["agree"] as? Bool == true)
    #expect((lines.last?["gateway"] as? [String: Any])?["status"] as? Int == 404)
  }

  @Test("asks one side alone", arguments: ["ingress", "gateway"])
  func side(_ side: String) async throws {
    let (run, lines) = try await answers(
      ["--side", side], requests: "{\"request\": {\"host\": \"web.example\"}}")
    let line = try #require(lines.first)
    #expect(run.status == 0)
    #expect((line["ingress"] is NSNull) == (side == "gateway"))
    #expect((line["gateway"] is NSNull) == (side == "ingress"))
    #expect(line["agree"] is NSNull)
  }

  @Test(
    "goes on after a line that is no request",
    arguments: [
      "{", "[]", "{}", "{\"request\": 1}", "{\"request\": {}}",
      "{\"request\": {\"host\": 1}}", "{\"request\": {\"host\": \"a\", \"scheme\": \"ftp\"}}",
      "{\"request\": {\"host\": \"a\", \"headers\": [\"x\"]}}",
      "{\"request\": {\"host\": \"a\", \"port\": 1.5}}",
    ])
  func bad(_ line: String) async throws {
    let (run, lines) = try await answers(
      ["--side", "ingress"], requests: line + "\n{\"request\": {\"host\": \"web.example\"}}\n")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("gatewright: -:1: "), "\(run.errors)")
    #expect(lines.count == 1)
  }

  @Test(
    "takes the request from behind the dashes",
    arguments: [
      (["http://web.example"], "GET http://web.example/"),
      (["POST", "https://web.example/x?y#z"], "POST https://web.example/x?y"),
      (["http://web.example:8080/"], "GET http://web.example:8080/"),
      (["http://web.example:80?q"], "GET http://web.example/?q"),
      (["http://10.0.0.1/", "-H", "Host: web.example"], "GET http://web.example/"),
    ])
  func address(_ words: [String], _ line: String) async throws {
    let run = try await Run(
      ["trace", "-", "--side", "ingress", "--"] + words, input: Manifests.shop)
    #expect(run.output.hasPrefix(line + "\n"), "\(run.output)\(run.errors)")
  }

  @Test("takes a Service to be empty where it is told so")
  func empty() async throws {
    let run = try await Run(
      [
        "trace", "-", "--side", "ingress", "--empty-service", "shop/web", "--",
        "http://web.example/",
      ],
      input: Manifests.shop)
    #expect(run.output.contains("status          503\n"), "\(run.output)")
  }

  @Test("reads given routes without any Ingress")
  func given() async throws {
    let routes = try await Run(["migrate", "-", "-q"], input: Manifests.shop).output
    let workspace = try Workspace()
    let file = try workspace.write("routes.yaml", routes + "---\n" + Manifests.services)
    let run = try await Run(
      ["trace", "--side", "gateway", "--gateway", file, "--", "http://web.example/"])
    #expect(run.status == 0)
    #expect(run.output.contains("shop/web:80, always"))
  }

  @Test(
    "exits with 1 where the sides differ",
    arguments: [([], 1), (["--fail-on", "never"], 0)] as [([String], Int32)])
  func differ(_ arguments: [String], _ status: Int32) async throws {
    let workspace = try Workspace()
    let input = try workspace.write("shop.yaml", Manifests.shop)
    let routes = try workspace.write(
      "routes.yaml", try await Run(["migrate", "-", "-q"], input: Manifests.services).output)
    let run = try await Run(
      ["trace", input, "--gateway", routes] + arguments + ["--", "http://web.example/"])
    #expect(run.status == status)
    #expect(run.output.contains("\ndiffer\n"))
  }

  @Test("prints the statuses of the new routes as JSON, without any request")
  func statuses() async throws {
    let file = try Workspace().write("shop.yaml", Manifests.shop)
    let run = try await Run(["trace", file, "--statuses"])
    #expect(run.status == 0)
    let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let route = try #require(list?.first { $0["kind"] as? String == "HTTPRoute" })
    let parent = try #require((route["parents"] as? [[String: Any]])?.first)
    let conditions = parent["conditions"] as? [String: [String: String]]
    #expect(conditions?["Accepted"] == ["status": "True", "reason": "Accepted"])
  }

  @Test("takes the client's certificate from the option and from a line")
  func certificates() async throws {
    let workspace = try Workspace()
    let file = try workspace.write("shop.yaml", Manifests.shop)
    let url = ["--side", "gateway", "--", "https://web.example/"]
    for word in ["none", "trusted", "untrusted"] {
      #expect(try await Run(["trace", file, "--client-certificate", word] + url).status == 0)
    }
    #expect(try await Run(["trace", file, "--client-certificate", "some"] + url).status == 64)
    let line = #"{"request": {"host": "web.example", "clientCertificate": "some"}}"#
    let (run, _) = try await answers([], requests: line)
    #expect(run.status == 2)
  }
}
