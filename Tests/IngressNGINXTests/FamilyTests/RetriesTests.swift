import Testing

@testable import IngressNGINX

@Suite("Retries")
struct RetriesTests {
  @Test(
    "come after the named failures",
    arguments: [
      ("error timeout http_502", ["error", "timeout", "http_502"], Verdict.accepted),
      ("off", ["off"], .accepted), ("error\ntimeout ", ["error", "timeout"], .accepted),
      // The validator asks for no blank between the words; nginx does.
      ("errortimeout", ["errortimeout"], .accepted),
      ("error http_599", nil, .doubted), ("error, timeout", nil, .doubted),
      ("error  timeout", nil, .doubted), ("", nil, .doubted),
    ] as [(String, [String]?, Verdict)])
  func conditions(_ written: String, _ words: [String]?, _ verdict: Verdict) {
    let reading = familyReading(["proxy-next-upstream": written])
    #expect(reading.settings.retries.conditions == words)
    #expect(reading.verdict == verdict)
  }

  @Test("are limited in time and number by whole numbers")
  func limits() {
    let reading = familyReading([
      "proxy-next-upstream-timeout": "4", "proxy-next-upstream-tries": "0",
    ])
    #expect(reading.settings.retries.timeout == 4)
    #expect(reading.settings.retries.tries == 0)
    #expect(reading.verdict == .accepted)
    #expect(familyReading(["proxy-next-upstream-timeout": "4s"]).verdict == .doubted)
    #expect(familyReading(["proxy-next-upstream-tries": ""]).settings.retries.tries == nil)
  }
}
