import FoundationEssentials
import GatewayReader
import Kubernetes
import RecordedAnswers
import Routing

/// One folder of recorded answers of Istio and Envoy.
struct OracleCase {
  /// One request, what was answered, and where it stands.
  struct Probe {
    let number: Int
    let request: JSON
    let answer: JSON
    /// How often it was sent at once.
    let repeats: Int

    /// The Gateway that was asked, where there are several.
    var gateway: ObjectName? {
      let parts = request["gateway"]?.text?.split(separator: "/").map(String.init) ?? []
      return parts.count == 2 ? ObjectName(parts[0], parts[1]) : nil
    }
  }

  let name: String
  let cluster: Cluster
  let requests: RequestReading
  let mesh: RecordedMesh
  let probes: [Probe]

  init(_ recorded: RecordedCase) throws {
    name = recorded.name
    var importer = Importer(keeping: keptKinds)
    importer.read(try recorded.bytes("gateway.yaml"), file: "gateway.yaml")
    cluster = importer.cluster
    let about = try JSONDecoder().decode(
      JSON.self, from: Data(try recorded.bytes("case.json")))
    mesh = RecordedMesh(about["meshConfig"] ?? .null)
    requests = Self.reading(about["meshConfig"]?["pathNormalization"]?["normalization"]?.text)
    let lines = try recorded.bytes("answers.jsonl").split(separator: 10)
    probes = try lines.enumerated().map { index, line in
      let line = try JSONDecoder().decode(JSON.self, from: Data(line))
      return Probe(
        number: index + 1, request: line["request"] ?? .null, answer: line["answer"] ?? .null,
        repeats: line["repeat"]?.integer ?? 1)
    }
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

  /// What the echo servers of every case show to who speaks TLS with them.
  static let backendCertificate = BackendCertificate(
    names: ["backend.test"], authority: "Corpus Test CA")

  /// Every case, by name.
  static func all() throws -> [OracleCase] {
    try RecordedCase.all("istio-oracle").map { try OracleCase($0) }
  }
}

extension Request {
  /// The request of a recorded probe.
  init(_ json: JSON, repeats: Int = 1, world: World = World()) {
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
      bodyLength: json["bodyLength"]?.integer ?? 0,
      clientCertificate: json["clientCertificate"]?.text.flatMap(ClientCertificate.init(rawValue:))
        ?? .absent, repeats: repeats, world: world)
  }
}
