import Routing
import Testing
import Tracing

@Suite("hosts")
struct HostTests {
  private static func answering(_ site: ([Host]) -> Site, _ wildcard: (String) -> HostPattern)
    -> Answering
  {
    let root = { (name: String) in [Sites.route(.prefix("/"), to: name)] }
    return Answering(
      site([
        Sites.host([Sites.route(.exact("/only"), to: "exact")], .exact("x.wild.test")),
        Sites.host(root("wild"), wildcard("wild.test")),
        Sites.host(root("deep"), wildcard("y.wild.test")),
        Sites.host(root("any"), .any),
      ]))
  }

  @Test(
    "nginx: one label for a star, port and final dot aside, no fall-through",
    arguments: [
      ("x.wild.test", "404"), ("X.WILD.test:81", "404"), ("z.wild.test", "wild"),
      ("a_b-1.wild.test.", "wild"), ("a.y.wild.test", "deep"), ("a.b.wild.test", "any"),
      ("wild.test", "any"), (".wild.test", "any"), ("a+b.wild.test", "any"), ("else", "any"),
      ("[::1]:80", "any"), (".:80", "400"), ("", "400"), (":80", "400"), ("a b", "400"),
      ("a/b", "400"), ("a..b", "400"),
    ])
  func nginx(_ host: String, _ expected: String) {
    let answering = Self.answering({ Sites.nginx($0) }, { .oneLabel(domain: $0) })
    let line = answering.answer(to: Request(host: host)).line
    #expect(line == (Int(expected) == nil ? "\(expected) /" : expected))
  }

  @Test(
    "Envoy: any number of labels for a star, the dot stays",
    arguments: [
      ("x.wild.test", "404"), ("z.wild.test", "wild"), ("a.b.wild.test:8080", "wild"),
      ("a.y.wild.test", "deep"), ("y.wild.test", "wild"), ("wild.test", "any"),
      ("z.wild.test.", "any"), ("xwild.test", "any"), (".wild.test", "any"),
      ("Z.WILD.test", "wild"), ("a@b~(!)", "any"), ("x.wild.test:", "404"),
      ("x.wild.test:x", "404"),
      ("x.wild.test:80:80", "any"), ("[::1]", "any"), ("", "any"), ("a b", "400"), ("a/b", "400"),
      ("a\"b", "400"), ("a^b", "400"), ("é", "400"),
    ])
  func envoy(_ host: String, _ expected: String) {
    let answering = Self.answering({ Sites.envoy($0) }, { .labels(domain: $0) })
    let line = answering.answer(to: Request(host: host)).line
    #expect(line == (Int(expected) == nil ? "\(expected) /" : expected))
  }

  @Test("a host that nobody has is 404 and carries no headers")
  func unknownHost() {
    let answer = Answering(Sites.envoy([])).answer(to: Request(host: "a.test"))
    #expect(answer.line == "404")
    #expect(answer.responseHeaders.isEmpty)
  }

  @Test("ten thousand hosts are found by their names")
  func many() {
    let hosts = (0..<10_000).map { number in
      Sites.host([Sites.route(.prefix("/"), to: "b\(number)")], .exact("h\(number).test"))
    }
    let answering = Answering(Sites.nginx(hosts))
    let wrong = (0..<10_000).filter { number in
      answering.answer(to: Request(host: "h\(number).test")).line != "b\(number) /"
    }
    #expect(wrong.isEmpty)
  }
}
