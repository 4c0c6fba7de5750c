import Testing

@testable import IngressNGINX

@Suite("TLS passthrough")
struct TLSPassthroughTests {
  @Test(
    "is on for Go's true alone",
    arguments: [
      ("true", true, Verdict.accepted), ("1", true, .accepted), ("false", false, .accepted),
      ("", false, .doubted), ("yes", false, .dropped), ("true ", false, .dropped),
    ])
  func values(_ value: String, _ isOn: Bool, _ verdict: Verdict) {
    let reading = familyReading(["ssl-passthrough": value])
    #expect(reading.settings.tlsPassthrough.isOn == isOn)
    #expect(reading.verdict == verdict)
  }
}
