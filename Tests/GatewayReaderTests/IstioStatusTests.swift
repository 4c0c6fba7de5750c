import Evidence
import FoundationEssentials
import GatewayReader
import RecordedAnswers
import Testing

@Suite("conditions that Istio writes")
struct IstioStatusTests {
  @Test("are those that the reading gives, with their reasons")
  func conditions() throws {
    var count = 0
    for recorded in RecordedCase.all("istio-oracle") {
      let statuses = try Self.statuses(recorded)
      for object in try Self.status(recorded) {
        let reference = Self.reference(object)
        let expected = Self.lines(object)
        let actual = statuses.first { $0.object == reference }.map(Self.lines) ?? []
        count += expected.filter { $0.contains("=") }.count
        #expect(actual == expected, "\(recorded) \(reference)")
      }
    }
    #expect(count == 1234)
  }

  @Test("are not given of objects that have none")
  func others() throws {
    for recorded in RecordedCase.all("istio-oracle") {
      let expected = Set(try Self.status(recorded).map(Self.reference))
      #expect(Set(try Self.statuses(recorded).map(\.object)) == expected, "\(recorded)")
    }
  }

  @Test("of refused routes have a finding each, and accepted routes have none")
  func routes() throws {
    var faults = 0
    for recorded in RecordedCase.all("istio-oracle") {
      let findings = read(try OracleCase(recorded).cluster).findings
      for object in try Self.status(recorded) {
        for parent in object["parents"]?.items ?? [] {
          let expected = Self.codes(parent["conditions"]?.members ?? [:])
          faults += expected.count
          let found = Set(
            findings.filter { $0.subject == Self.reference(object) }.map(\.rule.code))
          #expect(
            expected.isSubset(of: found), "\(recorded) \(Self.reference(object)): \(expected)")
          if expected.isEmpty { #expect(found.isDisjoint(with: Self.refusals), "\(recorded)") }
        }
      }
    }
    #expect(faults >= 15)
  }

  @Test("of listeners that are not programmed have a finding each")
  func listeners() throws {
    var faults = 0
    for recorded in RecordedCase.all("istio-oracle") {
      let findings = read(try OracleCase(recorded).cluster).findings
      for listener in try Self.status(recorded).flatMap({ $0["listeners"]?.items ?? [] }) {
        guard listener["conditions"]?["Programmed"]?["status"]?.text == "False",
          let name = listener["name"]?.text
        else { continue }
        faults += 1
        #expect(
          findings.contains { $0.field == "spec.listeners[\(name)]" }, "\(recorded) \(name)")
      }
    }
    #expect(faults == 4)
  }

  private static let refusals: Set<String> = ["gateway-route-detached", "gateway-route-dropped"]

  private static func statuses(_ recorded: RecordedCase) throws -> [ObjectStatus] {
    GatewayReader.statuses(of: try OracleCase(recorded).cluster)
  }

  private static func status(_ recorded: RecordedCase) throws -> [JSON] {
    let text = Data(try recorded.bytes("status.json"))
    return try JSONDecoder().decode(JSON.self, from: text).items
  }

  private static func reference(_ object: JSON) -> ObjectReference {
    ObjectReference(
      kind: object["kind"]?.text ?? "", namespace: object["namespace"]?.text ?? "",
      name: object["name"]?.text ?? "")
  }

  /// The codes that belong to the reasons of conditions that are False.
  private static func codes(_ conditions: [String: JSON]) -> Set<String> {
    Set(
      conditions.values.filter { $0["status"]?.text == "False" }.map { condition in
        let isMirror = condition["message"]?.text?.contains("missing-shadow") ?? false
        switch condition["reason"]?.text {
        case "InvalidFilter": return "gateway-route-dropped"
        case "BackendNotFound" where isMirror: return "gateway-filter-not-read"
        case "BackendNotFound", "RefNotPermitted": return "gateway-backend-missing"
        default: return "gateway-route-detached"
        }
      })
  }
}
