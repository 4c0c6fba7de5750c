import Foundation
import GatewayWriter
import Routing
import Running
import YAMLText

/// A case as the proxies are to be asked about it; see `Proxies/trials.py`.
struct DifferentialCase {
  let name: String
  /// The file that gatewright reads, and what it is told beside it.
  let input: String
  let options: [String]
  let emptyServices: [String]
  /// What nginx is configured from.
  let site: Site
  /// Requests that are asked, a line of JSON each.
  var requests: String
  /// Whether hostile requests are asked, too, and one for each class that `verify` compares.
  var asksMore = true
  /// What has to be seen of single features, a line of JSON each.
  var features = ""

  /// Writes a folder with everything that a proxy or a client needs; a breakage, which gives the
  /// folder its name, changes what is rendered, not what is predicted.
  func write(below parent: URL, broken breakage: Breakage? = nil) async throws {
    let name = breakage?.name ?? name
    let folder = parent.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ text: String, _ file: String) throws {
      let text = try breakage?.applied(to: text, of: file) ?? text
      try Data(text.utf8).write(to: folder.appending(path: file))
    }
    try write(try await allRequests(), "requests.jsonl")
    try write(features, "features.jsonl")
    let asked = ["--format", "json", "--requests", folder.appending(path: "requests.jsonl").path]
    try write(try await tool("trace", asked), "predictions.jsonl")
    try write(await tool("migrate", ["--no-verify"]), "gateway.yaml")
    try write(meshConfig, "mesh.yaml")
    var description = CaseDescription(input: input, emptyServices: emptyServices)
    do {
      let nginx = try NginxSite(site, named: name)
      try write(nginx.text, "nginx.conf")
      description.backends = nginx.backends.map(\.description).sorted()
      description.files = nginx.files
    } catch let unsaid as Unsaid {
      description.unsaid = unsaid.reason
    }
    try write(String(decoding: JSONEncoder().encode(description), as: UTF8.self), "case.json")
  }

  private func allRequests() async throws -> String {
    guard asksMore else { return requests }
    let hostile = try HostileRequests(site).lines().map { $0 + "\n" }
    return ([requests] + hostile + [try await verified()]).joined()
  }

  /// One request for each class that `verify` compares, its counterexamples among them.
  private func verified() async throws -> String {
    let text = try await tool("verify", ["--format", "json", "--witnesses"])
    let report = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let hosts = report?["hosts"] as? [[String: Any]] ?? []
    let requests = hosts.flatMap { host -> [Any] in
      let differences = host["differences"] as? [[String: Any]] ?? []
      return (host["witnesses"] as? [Any] ?? []) + differences.compactMap { $0["request"] }
    }
    return try requests.map { request in
      let line = try JSONSerialization.data(withJSONObject: ["request": asked(request)])
      return String(decoding: line, as: UTF8.self) + "\n"
    }.joined()
  }

  /// A request that asks the test's backends and services for what they are taken to answer.
  private func asked(_ request: Any) -> Any {
    guard var asked = request as? [String: Any] else { return request }
    var wishes: [[String]] = []
    if let status = asked.removeValue(forKey: "backendStatus") as? Int {
      let answer = asked.removeValue(forKey: "backendHeaders") as? [[String]] ?? []
      wishes = [["X-Test-Status", "\(status)"]]
      wishes += answer.map { ["X-Test-Header", $0.joined(separator: ": ")] }
    }
    if let status = (asked["authAnswers"] as? [String: Int])?.values.first {
      wishes.append(["Authorization", "Status \(status)"])
    }
    asked["headers"] = (asked["headers"] as? [[String]] ?? []) + wishes
    return asked
  }

  /// What the routes need of Istio's MeshConfig.
  private var meshConfig: String {
    var chosen = WriteOptions()
    chosen.allowsEnvoyFilter = options.contains("--allow-envoy-filter")
    guard let needed = GatewayWriter.write(site, options: chosen, emit: { _ in }).meshConfig
    else { return "" }
    var text = ""
    YAMLText.print(needed, into: &text)
    return text
  }

  private func tool(_ command: String, _ more: [String]) async throws -> String {
    let asked = command == "verify" ? [command, "--ingress", input] : [command, input]
    let run = try await Run(asked + ["--quiet", "--fail-on", "never"] + options + more)
    return run.output
  }
}

/// What the scripts are told of a case beside its files.
private struct CaseDescription: Encodable {
  var input: String
  var emptyServices: [String]
  /// The backends that nginx names, `namespace/service:port`.
  var backends: [String] = []
  /// Files that the configuration of nginx names, by name.
  var files: [String: String] = [:]
  /// Why there is no configuration for nginx.
  var unsaid: String?
}
