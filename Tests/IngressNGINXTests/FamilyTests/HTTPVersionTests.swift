import Testing

@testable import IngressNGINX

@Suite("HTTPVersion")
struct HTTPVersionTests {
  @Test(
    "is 1.0 or 1.1",
    arguments: [
      ("1.0", "1.0", Verdict.accepted), ("1.1", "1.1", .accepted), (" 1.1\n", "1.1", .accepted),
      ("2", nil, .doubted), ("HTTP/1.1", nil, .doubted), ("", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func values(_ written: String, _ version: String?, _ verdict: Verdict) {
    let reading = familyReading(["proxy-http-version": written])
    #expect(reading.settings.httpVersion.version == version)
    #expect(reading.verdict == verdict)
  }
}
