import Testing

@testable import IngressNGINX

@Suite("ConnectionHeader")
struct ConnectionHeaderTests {
  @Test(
    "is close or keep-alive",
    arguments: [
      ("close", "close", Verdict.accepted), ("keep-alive", "keep-alive", .accepted),
      (" keep-alive ", "keep-alive", .accepted), ("", "", .doubted), ("Close", "", .dropped),
      ("upgrade", "", .dropped), ("close\n", "", .dropped),
    ])
  func values(_ written: String, _ value: String, _ verdict: Verdict) {
    let reading = familyReading(["connection-proxy-header": written])
    #expect(reading.settings.connectionHeader.value == value)
    #expect(reading.verdict == verdict)
  }
}
