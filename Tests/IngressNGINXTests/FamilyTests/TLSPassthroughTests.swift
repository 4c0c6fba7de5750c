import Testing

@testable import IngressNGINX

@Suite("TLS passthrough")
struct TLSPassthroughTests {
  @Test(
    "is on for Go's true alone",
    arguments: [
      ("true", true, Outcome.accepted), ("1", true, .accepted), ("false", false, .accepted),
      ("", false, .accepted), ("yes", false, .dropped), ("true ", false, .dropped),
    ])
  func values(_ value: String, _ isOn: Bool, _ outcome: Outcome) {
    let reading = IngressSettingsReading(["ssl-passthrough": value])
    #expect(reading.settings.tlsPassthrough.isOn == isOn)
    #expect(reading.outcome == outcome)
  }
}
