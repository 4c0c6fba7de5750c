import Testing

@testable import IngressNGINX

@Suite("ServiceUpstream")
struct ServiceUpstreamTests {
  @Test(
    "is false where it is no boolean, and left to the ConfigMap only where it is absent",
    arguments: [
      ("true", true, Verdict.accepted), ("F", false, .accepted), ("", false, .doubted),
      ("yes", false, .doubted), (nil, nil, .accepted),
    ] as [(String?, Bool?, Verdict)])
  func values(_ written: String?, _ isOn: Bool?, _ verdict: Verdict) {
    let reading = familyReading(written.map { ["service-upstream": $0] } ?? [:])
    #expect(reading.settings.serviceUpstream.isOn == isOn)
    #expect(reading.verdict == verdict)
    #expect(reading.doubts.count == (verdict == .doubted ? 1 : 0))
  }
}
