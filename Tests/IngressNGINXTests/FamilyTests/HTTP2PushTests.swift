import Testing

@testable import IngressNGINX

@Suite("HTTP2Push")
struct HTTP2PushTests {
  @Test(
    "is a boolean, and another value drops the Ingress",
    arguments: [
      ("true", true, Verdict.accepted), ("0", false, .accepted), ("", false, .doubted),
      ("yes", false, .dropped), (" true", false, .dropped),
    ])
  func values(_ written: String, _ isOn: Bool, _ verdict: Verdict) {
    let reading = familyReading(["http2-push-preload": written])
    #expect(reading.settings.http2Push.isOn == isOn)
    #expect(reading.verdict == verdict)
  }
}
