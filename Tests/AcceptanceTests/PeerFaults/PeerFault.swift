import Evidence
import Gatewright
import Testing

/// An input on which another translator fails, and what is right.
struct PeerFault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var manifests: String
  var probes: [Probe]
  var codes: Set<String>

  /// Describes a fault: Ingresses, the answers of both sides, and findings that must be there.
  init(
    _ title: String, _ ingresses: [IngressSketch], beside others: String = "",
    answers: [Probe], finds codes: Set<String> = []
  ) {
    testDescription = title
    manifests = ingresses.map { $0.yaml }.joined() + others
    (probes, self.codes) = (answers, codes)
  }

  /// The inputs as the library takes them.
  var inputs: [Input] { [Input(name: "input.yaml", text: manifests)] }

  /// Holds both sides and the report against what is right.
  func check() {
    for traced in zip(trace(probes.map { $0.request }, through: inputs), probes) {
      let (answers, probe) = traced
      let url = "\(probe.request.host)\(probe.request.target) \(probe.request.headers)"
      #expect(summary(of: answers.ingress) == probe.answer, "ingress-nginx, \(url)")
      #expect(summary(of: answers.gateway) == probe.answer, "new routes, \(url)")
    }
    let found = Set(migrate(inputs).report.groups.map { $0.rule.code })
    #expect(codes.isSubset(of: found), "missing: \(codes.subtracting(found).sorted())")
  }
}
