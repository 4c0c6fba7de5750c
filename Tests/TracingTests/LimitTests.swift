import Routing
import Testing
import Tracing

@Suite("limits")
struct LimitTests {
  @Test(
    "a body above its limit is 413 before what stands behind",
    arguments: [(1024, "308 https://a.test"), (1025, "413"), (0, "308 https://a.test")])
  func body(_ length: Int, _ line: String) {
    let parts = RedirectParts(scheme: "https", dropsFinalSlash: true)
    let answer = Sites.answer(
      [.bodyLimit(1024), .secureRedirect(Redirect(status: 308, target: .parts(parts)))],
      to: Request(host: "a.test", bodyLength: length))
    #expect(answer.line == line)
  }

  @Test("413 comes before the answer to a preflight, and without CORS headers")
  func bodyOfPreflight() {
    let cors = CORS(origins: .any, headers: [], preflightStatus: 204)
    let request = Request(method: "OPTIONS", host: "a.test", bodyLength: 2)
    let answer = Sites.answer([.bodyLimit(1), .cors(cors)], to: request)
    #expect(answer.line == "413")
    #expect(Sites.answer([.bodyLimit(2), .cors(cors)], to: request).line == "204")
  }

  private static func limit(_ second: Int, _ minute: Int, _ connections: Int) -> RateLimit {
    RateLimit(
      perSecond: second, perMinute: minute, burstMultiplier: 5, connections: connections,
      exempt: ["10.0.0.0/8"], rateStatus: 503, connectionStatus: 429)
  }

  @Test(
    "rates and connections are conditions",
    arguments: [
      (
        limit(2, 0, 0),
        ["at most 2 requests a second of this client (10 more at once, else 503)"]
      ),
      (
        limit(0, 3, 0),
        ["at most 3 requests a minute of this client (15 more at once, else 503)"]
      ),
      (limit(0, 0, 4), ["at most 4 requests of this client at a time, else 429"]),
      (
        limit(1, 1, 1),
        [
          "at most 1 requests a second of this client (5 more at once, else 503)",
          "at most 1 requests a minute of this client (5 more at once, else 503)",
          "at most 1 requests of this client at a time, else 429",
        ]
      ),
    ] as [(RateLimit, [String])])
  func rates(_ limit: RateLimit, _ conditions: [String]) {
    let answer = Sites.answer([.rateLimit(limit)])
    #expect(answer.line == "app /")
    #expect(answer.conditions == conditions)
  }

  @Test("exempt addresses have no limit", arguments: [("10.1.2.3", 0), ("11.1.2.3", 1), ("x", 1)])
  func exempt(_ client: String, _ count: Int) {
    let request = Request(host: "a.test", clientAddress: client)
    let answer = Sites.answer([.rateLimit(Self.limit(1, 0, 0))], to: request)
    #expect(answer.conditions.count == count)
  }

  @Test("a backend without time is 504")
  func noTime() {
    #expect(Sites.answer([.noTime]).line == "504")
  }
}
