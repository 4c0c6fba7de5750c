import Foundation
import IngressNGINX
import Kubernetes
import RecordedAnswers
import Routing
import Running

/// A recorded case as the proxies are to be asked about it; see `Proxies/trials.py`.
struct DifferentialCase {
  let recorded: RecordedCase
  let site: Site
  private let settings: RecordedSettings
  /// Folders with more requests, `CASE.jsonl` each.
  private let more: [URL]

  init(_ recorded: RecordedCase, more: [URL] = []) throws {
    self.recorded = recorded
    self.more = more
    settings = try recorded.settings()
    site = try Self.site(of: recorded, settings)
  }

  /// Writes a folder with everything that a proxy or a client needs; a breakage, which gives the
  /// folder its name, changes what is rendered, not what is predicted.
  func write(below parent: URL, broken breakage: Breakage? = nil) async throws {
    let name = breakage?.name ?? recorded.name
    let folder = parent.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ text: String, _ file: String) throws {
      let text = try breakage?.applied(to: text, of: file) ?? text
      try Data(text.utf8).write(to: folder.appending(path: file))
    }
    try write(await requests(), "requests.jsonl")
    let requests = folder.appending(path: "requests.jsonl").path
    try write(await tool("trace", "--format", "json", "--requests", requests), "predictions.jsonl")
    try write(await tool("migrate", "--no-verify"), "gateway.yaml")
    var description = CaseDescription(input: input, emptyServices: settings.emptyServices ?? [])
    do {
      let nginx = try NginxSite(site, named: name)
      try write(nginx.text, "nginx.conf")
      description.backends = nginx.backends.map(\.description).sorted()
    } catch let unsaid as Unsaid {
      description.unsaid = unsaid.reason
    }
    try write(String(decoding: JSONEncoder().encode(description), as: UTF8.self), "case.json")
  }

  /// Requests as `trace --requests` takes them: the recorded ones, hostile ones, and more.
  private func requests() async throws -> String {
    let own = String(decoding: try recorded.bytes("answers.jsonl"), as: UTF8.self)
    let hostile = try HostileRequests(site).lines().map { $0 + "\n" }
    let more = more.map { folder in
      let file = folder.appending(path: "\(recorded.name).jsonl")
      return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    return ([own] + hostile + more + [try await verified()]).joined()
  }

  /// One request for each class that `verify` compares, its counterexamples among them.
  private func verified() async throws -> String {
    let text = try await tool("verify", "--format", "json", "--witnesses")
    let report = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let hosts = report?["hosts"] as? [[String: Any]] ?? []
    let requests = hosts.flatMap { host -> [Any] in
      let differences = host["differences"] as? [[String: Any]] ?? []
      return (host["witnesses"] as? [Any] ?? []) + differences.compactMap { $0["request"] }
    }
    return try requests.map { request in
      let line = try JSONSerialization.data(withJSONObject: ["request": request])
      return String(decoding: line, as: UTF8.self) + "\n"
    }.joined()
  }

  private var input: String { recorded.folder.appending(path: "input.yaml").path }

  private func tool(_ command: String, _ more: String...) async throws -> String {
    let empty = (settings.emptyServices ?? []).flatMap { ["--empty-service", $0] }
    let flags = (settings.controllerFlags ?? [:]).flatMap { flag, value in
      switch value {
      case .flag(let isOn): isOn ? ["--\(flag)"] : []
      case .text(let text): ["--\(flag)", text]
      }
    }
    let asked = command == "verify" ? [command, "--ingress", input] : [command, input]
    let run = try await Run(
      asked + ["--quiet", "--fail-on", "never"] + empty + flags + more)
    return run.output
  }

  private static func site(of recorded: RecordedCase, _ settings: RecordedSettings) throws -> Site {
    var importer = Importer()
    importer.read(try recorded.bytes("input.yaml"), file: "input.yaml")
    var cluster = importer.cluster
    for name in (settings.emptyServices ?? []).map({ $0.split(separator: "/") }) {
      let metadata = Metadata(name: String(name[1]), namespace: String(name[0]))
      cluster.endpointSlices.append(
        EndpointSlice(metadata: metadata, serviceName: String(name[1]), readyEndpoints: 0))
    }
    let flags = (settings.controllerFlags ?? [:]).map { flag, value in
      switch value {
      case .flag(let isOn): ControllerFlag(flag, String(isOn))
      case .text(let text): ControllerFlag(flag, text)
      }
    }
    return IngressNGINX.read(cluster, flags: flags).site
  }
}

/// What the scripts are told of a case beside its files.
private struct CaseDescription: Encodable {
  var input: String
  var emptyServices: [String]
  /// The backends that nginx names, `namespace/service:port`.
  var backends: [String] = []
  /// Why there is no configuration for nginx.
  var unsaid: String?
}
