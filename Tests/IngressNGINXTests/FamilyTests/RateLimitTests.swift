import Testing

@testable import IngressNGINX

@Suite("rate limits")
struct RateLimitTests {
  @Test(
    "are whole numbers, by default none",
    arguments: [
      (
        ["limit-rps": "300", "limit-burst-multiplier": "3"],
        RateLimit.Setting(perSecond: 300, burstMultiplier: 3), []
      ),
      (
        ["limit-rpm": "6000", "limit-connections": "50"],
        RateLimit.Setting(perMinute: 6000, connections: 50), []
      ),
      (
        ["limit-rate": "100", "limit-rate-after": "500"],
        RateLimit.Setting(rate: 100, rateAfter: 500), []
      ),
      (
        ["limit-rps": "5", "limit-burst-multiplier": "x"], RateLimit.Setting(perSecond: 5),
        ["limit-burst-multiplier"]
      ),
      (["limit-rate": "1m"], RateLimit.Setting(), ["limit-rate"]),
      (["limit-rps": "0"], RateLimit.Setting(), []),
      (["limit-rps": "-5"], RateLimit.Setting(), ["limit-rps!"]),
      (["limit-rps": ""], RateLimit.Setting(), ["limit-rps"]),
      (
        ["limit-rps": "5", "limit-allowlist": "10.1.0.0/16, 10.0.0.0/8,\n10.1.0.0/16"],
        RateLimit.Setting(perSecond: 5, allowed: ["10.0.0.0/8", "10.1.0.0/16"]), []
      ),
      (
        ["limit-rps": "5", "limit-whitelist": "10.0.0.1"],
        RateLimit.Setting(perSecond: 5, allowed: ["10.0.0.1"]), []
      ),
      (
        ["limit-rps": "5", "limit-allowlist": "10.0.0.1", "limit-whitelist": "office"],
        RateLimit.Setting(perSecond: 5, allowed: ["10.0.0.1"]), ["limit-whitelist"]
      ),
      (
        ["limit-rps": "5", "limit-allowlist": "", "limit-whitelist": "10.0.0.2"],
        RateLimit.Setting(perSecond: 5, allowed: ["10.0.0.2"]), ["limit-allowlist"]
      ),
      (["limit-allowlist": ""], RateLimit.Setting(), ["limit-allowlist"]),
    ])
  func values(_ annotations: [String: String], _ setting: RateLimit.Setting, _ doubts: [String]) {
    let reading = familyReading(annotations)
    #expect(reading.settings.rateLimit == setting)
    #expect(reading.doubted == doubts)
    #expect(reading.verdict == (doubts.isEmpty ? .accepted : .doubted))
  }

  @Test(
    "cost the Ingress where they are no numbers or no addresses",
    arguments: [
      ["limit-rps": "10r/s"], ["limit-rpm": "many"], ["limit-connections": " 5"],
      ["limit-allowlist": "office"], ["limit-allowlist": "10.0.0.0/8,"],
      ["limit-whitelist": "10.0.0.0/33"],
    ])
  func drops(_ annotations: [String: String]) {
    #expect(familyReading(annotations).verdict == .dropped)
  }

  @Test("a list of addresses with an empty entry denies the paths, as an allowlist does")
  func addresses() {
    let reading = familyReading(["allowlist-source-range": "10.0.0.0/8,"])
    #expect(reading.verdict == .denied)
  }
}
