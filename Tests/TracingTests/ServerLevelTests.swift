import Routing
import Testing
import Tracing

@Suite("servers and their names")
struct ServerLevelTests {
  private static let listenerHeader = Header("strict-transport-security", "max-age=1")

  private func answer(_ behaviours: [Behaviour], isServerLevel: Bool = false) -> Answer {
    var route = Sites.route(.prefix("/"))
    route.isServerLevel = isServerLevel
    var host = Sites.host([route])
    host.behaviours = behaviours
    let site = Sites.nginx([host], responseHeaders: [Self.listenerHeader])
    return Answering(site).answer(to: Request(scheme: .https, host: "a.test"))
  }

  @Test("what a server answers before any location goes without the listener's headers")
  func answered() {
    let refused = answer([.refuse(status: 403, when: [])])
    #expect(refused.line == "403")
    #expect(refused.responseHeaders.isEmpty)
    #expect(answer([], isServerLevel: true).responseHeaders.isEmpty)
  }

  @Test("what a server lets through keeps them, and what the server added")
  func passed() {
    let added = Header("x-a", "1")
    let answer = answer([.responseHeaders(HeaderChange(set: [added])), .depends(on: "x")])
    #expect(answer.responseHeaders == [Self.listenerHeader, added])
    #expect(answer.conditions == ["x"])
    #expect(self.answer([]).responseHeaders == [Self.listenerHeader])
  }

  @Test("user agents and referers are blocked by expression")
  func blocked() {
    let refuse = Behaviour.refuse(
      status: 403, when: [.header(name: "user-agent", .found("(?i)^\\Qbad.bot\\E$"))])
    var host = Sites.host([Sites.route(.prefix("/"))])
    host.behaviours = [refuse]
    let answering = Answering(Sites.nginx([host]))
    func line(_ agent: String) -> String {
      answering.answer(to: Request(host: "a.test", headers: [Header("User-Agent", agent)])).line
    }
    #expect(line("Bad.Bot") == "403")
    #expect(line("badxbot") == "app /")
    #expect(line("bad.bot/2") == "app /")
  }

  @Test(
    "nginx asks exact names, then `*.x`, then `x.*`, longest first, then expressions in order",
    arguments: [
      ("www.a.test", "exact"), ("WWW.A.TEST", "exact"), ("b.a.test", "star a"),
      ("x.b.a.test", "star b"), ("y.x.b.a.test", "star b"), ("www.c.test", "www.c"),
      ("www.d.org", "www"), ("api.d.org", "expression"), ("api-2.e.test", "expression"),
      ("one.e.test", "one label"), ("two.one.e.test", "any"), ("www", "any"),
      ("shop.e.test", "one label"),
    ])
  func names(_ name: String, _ expected: String) {
    let patterns: [(HostPattern, String)] = [
      (.any, "any"), (.expression("("), "broken"), (.expression("^api"), "expression"),
      (.oneLabel(domain: "e.test"), "one label"), (.expression("^shop"), "late"),
      (.beginning("www."), "www"), (.beginning("www.c."), "www.c"),
      (.labels(domain: "a.test"), "star a"), (.labels(domain: "b.a.test"), "star b"),
      (.exact("www.a.test"), "exact"), (.exact("www.a.test"), "second"),
    ]
    let hosts = patterns.map { Sites.host([Sites.route(.prefix("/"), to: $0.1)], $0.0) }
    let answer = Answering(Sites.nginx(hosts)).answer(to: Request(host: name))
    #expect(answer.line == "\(expected) /")
  }

  @Test("the step names the server as nginx writes it")
  func steps() {
    let patterns: [(HostPattern, String)] = [
      (.any, "_"), (.beginning("www."), "www.*"), (.expression("^w"), "~^w"),
      (.oneLabel(domain: "test"), "*.test"), (.labels(domain: "w.test"), "*.w.test"),
    ]
    for (pattern, text) in patterns {
      let site = Sites.nginx([Sites.host([Sites.route(.prefix("/"))], pattern)])
      let name = pattern == .labels(domain: "w.test") ? "www.w.test" : "www.test"
      let steps = Answering(site).answer(to: Request(host: name)).steps
      #expect(steps.map(\.text).contains("server \(text)"))
    }
  }
}
