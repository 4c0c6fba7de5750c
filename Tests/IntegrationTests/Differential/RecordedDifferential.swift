import Foundation
import IngressNGINX
import Kubernetes
import RecordedAnswers
import Routing

extension DifferentialCase {
  /// A recorded case, with more requests from folders that hold a `CASE.jsonl` for it.
  init(_ recorded: RecordedCase, more: [URL] = []) throws {
    let settings = try recorded.settings()
    let empty = settings.emptyServices ?? []
    let flags = settings.controllerFlags ?? [:]
    let own = String(decoding: try recorded.bytes("answers.jsonl"), as: UTF8.self)
    let others = more.map { folder in
      let file = folder.appending(path: "\(recorded.name).jsonl")
      return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    self.init(
      name: recorded.name,
      input: recorded.folder.appending(path: "input.yaml").path,
      options: empty.flatMap { ["--empty-service", $0] }
        + flags.flatMap { flag, value in
          switch value {
          case .flag(let isOn): isOn ? ["--\(flag)"] : []
          case .text(let text): ["--\(flag)", text]
          }
        },
      emptyServices: empty,
      site: Self.site(try recorded.bytes("input.yaml"), empty: empty, flags: flags),
      requests: ([own] + others).joined())
  }

  /// What we read of manifests.
  static func site(
    _ manifests: [UInt8], empty: [String] = [], flags: [String: FlagValue] = [:]
  ) -> Site {
    var importer = Importer()
    importer.read(manifests, file: "input.yaml")
    var cluster = importer.cluster
    for name in empty.map({ $0.split(separator: "/") }) {
      let metadata = Metadata(name: String(name[1]), namespace: String(name[0]))
      cluster.endpointSlices.append(
        EndpointSlice(metadata: metadata, serviceName: String(name[1]), readyEndpoints: 0))
    }
    let given = flags.map { flag, value in
      switch value {
      case .flag(let isOn): ControllerFlag(flag, String(isOn))
      case .text(let text): ControllerFlag(flag, text)
      }
    }
    return IngressNGINX.read(cluster, flags: given).site
  }
}
