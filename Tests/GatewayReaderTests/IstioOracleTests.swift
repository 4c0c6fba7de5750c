import GatewayReader
import Kubernetes
import Routing
import Testing
import Tracing

@Suite("recorded answers of Istio and Envoy")
struct IstioOracleTests {
  @Test("are the model's answers, but for the listed exceptions")
  func answers() throws {
    var differing: [String: [String]] = [:]
    var count = 0
    for oracle in try OracleCase.all() {
      for probe in oracle.probes {
        count += 1
        let differences = differences(of: probe, in: oracle)
        if !differences.isEmpty {
          differing[oracle.name, default: []].append(
            "\(oracle.name) #\(probe.number): \(differences.joined(separator: "; "))")
        }
      }
    }
    #expect(count > 600)
    report(differing, of: count)
  }

  private func differences(of probe: OracleCase.Probe, in oracle: OracleCase) -> [String] {
    let reading = read(
      oracle.cluster, gateway: probe.gateway, requests: oracle.requests, mesh: oracle.mesh.config)
    let world = World(
      authentication: oracle.mesh.answers(to: probe.request),
      backendCertificate: OracleCase.backendCertificate)
    let request = Request(probe.request, repeats: probe.repeats, world: world)
    let answer = Answering(reading.site).answer(to: request)
    return Comparison(answer, expected: probe.answer, to: probe.request).differences
  }

  private func report(_ differing: [String: [String]], of count: Int) {
    for name in Set(differing.keys).union(OracleException.all.keys).sorted() {
      let found = differing[name] ?? []
      let listed = OracleException.all[name]?.probes ?? 0
      if found.count != listed {
        Issue.record(
          "\(name): \(found.count) differ, \(listed) are listed:\n\(found.joined(separator: "\n"))")
      }
    }
    let total = differing.values.reduce(0) { $0 + $1.count }
    print("istio-oracle: \(count - total) of \(count) answers equal, \(total) listed exceptions")
  }
}
