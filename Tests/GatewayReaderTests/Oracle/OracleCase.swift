import FoundationEssentials
import GatewayReader
import Kubernetes
import Routing

/// One folder of recorded answers of Istio and Envoy.
struct OracleCase {
  /// One request, what was answered, and where it stands.
  struct Probe {
    let number: Int
    let request: JSON
    let answer: JSON

    /// The Gateway that was asked, where there are several.
    var gateway: ObjectName? {
      let parts = request["gateway"]?.text?.split(separator: "/").map(String.init) ?? []
      return parts.count == 2 ? ObjectName(parts[0], parts[1]) : nil
    }
  }

  let name: String
  let cluster: Cluster
  let requests: RequestReading
  let probes: [Probe]

  init(_ folder: String) throws {
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    var importer = Importer(keeping: keptKinds)
    importer.read(try Self.bytes("\(folder)/gateway.yaml"), file: "gateway.yaml")
    cluster = importer.cluster
    let about = try JSONDecoder().decode(
      JSON.self, from: Data(try Self.bytes("\(folder)/case.json")))
    requests = Self.reading(about["meshConfig"]?["pathNormalization"]?["normalization"]?.text)
    let lines = try Self.bytes("\(folder)/answers.jsonl").split(separator: 10)
    probes = try lines.enumerated().map { index, line in
      let line = try JSONDecoder().decode(JSON.self, from: Data(line))
      return Probe(
        number: index + 1, request: line["request"] ?? .null, answer: line["answer"] ?? .null)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private static func reading(_ normalization: String?) -> RequestReading {
    var reading = RequestReading.istio
    switch normalization {
    case "MERGE_SLASHES": reading.slashes = .merged
    case "DECODE_AND_MERGE_SLASHES": reading.slashes = .decodedAndMerged
    default: reading.slashes = .kept
    }
    return reading
  }

  /// The folders of all cases, sorted.
  static func folders() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "testdata/istio-oracle").path()
    return try FileManager.default.contentsOfDirectory(atPath: root).sorted()
      .map { "\(root)/\($0)" }
  }
}

extension Request {
  /// The request of a recorded probe.
  init(_ json: JSON) {
    let isSNIWritten = json.members["sni"] != nil
    self.init(
      method: json["method"]?.text ?? "GET",
      scheme: json["scheme"]?.text == "https" ? .https : .http, host: json["host"]?.text ?? "",
      target: json["target"]?.text ?? "/",
      headers: json["headers"]?.items.map {
        Header($0.items.first?.text ?? "", $0.items.last?.text ?? "")
      } ?? [],
      port: json["port"]?.integer, serverName: isSNIWritten ? json["sni"]?.text ?? "" : nil,
      clientAddress: json["clientAddress"]?.text ?? "127.0.0.1",
      bodyLength: json["bodyLength"]?.integer ?? 0)
  }
}
