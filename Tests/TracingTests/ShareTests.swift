import Routing
import Testing
import Tracing

@Suite("shares")
struct ShareTests {
  private func line(_ shares: [(String, Backend.State, Int)], nginx: Bool) -> String {
    let pool = Pool(shares.map { Share(Sites.backend($0.0, $0.1), weight: $0.2) })
    let route = Route(path: .prefix("/"), destination: .forward(Choice(otherwise: pool)))
    let hosts = [Sites.host([route])]
    return Answering(nginx ? Sites.nginx(hosts) : Sites.envoy(hosts))
      .answer(to: Request(host: "a.test")).line
  }

  @Test(
    "weights become reduced fractions",
    arguments: [
      ([("a", .ready, 1)], "a /", "a /"),
      ([("a", .ready, 50), ("b", .ready, 50)], "a*1/2 b*1/2 /", nil),
      ([("a", .ready, 80), ("b", .ready, 20)], "a*4/5 b*1/5 /", nil),
      ([("a", .ready, 1), ("b", .ready, 2), ("c", .ready, 5)], "a*1/8 b*1/4 c*5/8 /", nil),
      ([("a", .ready, 1), ("b", .ready, 1), ("a", .ready, 2)], "a*3/4 b*1/4 /", nil),
      ([("a", .ready, 0), ("b", .ready, 7)], "b /", nil), ([("a", .ready, 0)], "500", "503"),
      ([], "500", "503"), ([("a", .ready, -5), ("b", .ready, 5)], "b /", nil),
      ([("a", .ready, 3), ("b", .missing, 1)], "a*3/4 500*1/4 /", "a*3/4 503*1/4 /"),
      ([("a", .missing, 1)], "500", "503"), ([("a", .empty, 1)], "503", "503"),
      ([("a", .empty, 1), ("b", .missing, 1)], "503*1/2 500*1/2 /", "503"),
      ([("a", .ready, .max), ("b", .ready, .max)], "a b /", nil),
    ] as [([(String, Backend.State, Int)], String, String?)])
  func fractions(_ shares: [(String, Backend.State, Int)], _ envoy: String, _ nginx: String?) {
    #expect(line(shares, nginx: false) == envoy)
    #expect(line(shares, nginx: true) == nginx ?? envoy)
  }

  @Test(
    "the first branch that fits takes the request",
    arguments: [
      ([], "main*4/5 canary*1/5 /"), ([("x-c", "always")], "canary /"),
      ([("x-c", "never"), ("cookie", "c=always")], "main /"),
      ([("cookie", "c=always")], "canary /"),
      ([("x-c", "other")], "main*4/5 canary*1/5 /"),
    ] as [([(String, String)], String)])
  func branches(_ headers: [(String, String)], _ expected: String) {
    let main = Sites.backend("main")
    let canary = Sites.backend("canary")
    let choice = Choice(
      branches: [
        Branch(conditions: [.header(name: "x-c", .exact("always"))], pool: Pool(canary)),
        Branch(conditions: [.header(name: "x-c", .exact("never"))], pool: Pool(main)),
        Branch(conditions: [.cookie(name: "c", value: "always")], pool: Pool(canary)),
      ], otherwise: Pool([Share(main, weight: 80), Share(canary, weight: 20)]))
    let route = Route(path: .prefix("/"), destination: .forward(choice))
    let request = Request(host: "a.test", headers: headers.map { Header($0.0, $0.1) })
    #expect(Answering(Sites.nginx([Sites.host([route])])).answer(to: request).line == expected)
  }
}
