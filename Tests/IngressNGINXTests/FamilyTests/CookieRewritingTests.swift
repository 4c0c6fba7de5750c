import Testing

@testable import IngressNGINX

@Suite("CookieRewriting")
struct CookieRewritingTests {
  @Test(
    "takes two names of basic characters, or off",
    arguments: [
      ("inner.example outer.example", "inner.example outer.example", Verdict.accepted),
      ("off", "off", .accepted), ("~\\.x y", nil, .doubted), ("", nil, .doubted),
      ("a.example $host", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func domain(_ written: String, _ text: String?, _ verdict: Verdict) {
    let reading = familyReading(["proxy-cookie-domain": written])
    #expect(reading.settings.cookieRewriting.domain == text)
    #expect(reading.verdict == verdict)
  }

  @Test(
    "takes two paths, and no attributes of cookies",
    arguments: [
      ("/one/ /two/", "/one/ /two/", Verdict.accepted), ("off", "off", .accepted),
      ("/ \"/; Secure; HttpOnly\"", nil, .doubted), ("~^/(.*) /x/$1", nil, .doubted),
      ("", nil, .doubted),
    ] as [(String, String?, Verdict)])
  func path(_ written: String, _ text: String?, _ verdict: Verdict) {
    let reading = familyReading(["proxy-cookie-path": written])
    #expect(reading.settings.cookieRewriting.path == text)
    #expect(reading.verdict == verdict)
  }
}
