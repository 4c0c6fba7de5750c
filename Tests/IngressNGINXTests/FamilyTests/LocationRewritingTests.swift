import Testing

@testable import IngressNGINX

@Suite("LocationRewriting")
struct LocationRewritingTests {
  @Test(
    "takes addresses without variables",
    arguments: [
      ("http://inner.example/", "http://inner.example/", Verdict.accepted),
      ("off", "off", .accepted), ("default", "default", .accepted), ("/a?b=c", "/a?b=c", .accepted),
      ("https://$host/", nil, .doubted), ("~^/x", nil, .doubted), ("", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func values(_ written: String, _ text: String?, _ verdict: Verdict) {
    let from = familyReading(["proxy-redirect-from": written])
    #expect(from.settings.locationRewriting.from == text)
    #expect(from.verdict == verdict)
    let to = familyReading(["proxy-redirect-to": written])
    #expect(to.settings.locationRewriting.to == text)
    #expect(to.verdict == verdict)
  }
}
