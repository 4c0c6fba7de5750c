import Routing
import Testing
import Tracing

@Suite("mirrors")
struct MirrorTests {
  private func target(_ target: String, _ request: Request) -> [String] {
    let mirror = Mirror(target: target, host: "copy.test", copiesBody: true)
    return Sites.answer([.mirror(mirror)], to: request).copies.map {
      "\($0.method) \($0.host) \($0.target)"
    }
  }

  @Test(
    "the copy goes to the target's path with the request's query, or to what $request_uri makes",
    arguments: [
      ("https://copy.test", "/a?b", "/?b"), ("https://copy.test", "/a", "/"),
      ("https://copy.test/x", "/a?b", "/x?b"), ("https://copy.test/x", "/a", "/x"),
      ("https://copy.test$request_uri", "/a?b", "/a?b"),
      ("https://copy.test/x$request_uri", "/a%2Fb", "/x/a%2Fb"),
      ("https://copy.test/x?u=$request_uri", "/a?b", "/x?u=/a?b"),
      ("/local", "/a?b", "/local?b"),
    ])
  func targets(_ target: String, _ sent: String, _ expected: String) {
    let request = Request(method: "POST", host: "a.test", target: sent)
    #expect(self.target(target, request) == ["POST copy.test \(expected)"])
  }

  @Test("is there when the default backend answers 404, and not where access is refused")
  func others() {
    let mirror = Behaviour.mirror(Mirror(target: "/m", host: "copy.test", copiesBody: true))
    func answer(_ behaviours: [Behaviour]) -> Answer {
      let route = Route(
        path: .prefix("/"), behaviours: behaviours, destination: .respond(status: 404))
      return Answering(Sites.nginx([Sites.host([route])])).answer(to: Request(host: "a.test"))
    }
    let unmatched = answer([mirror])
    #expect(unmatched.line == "404")
    #expect(unmatched.copies == [Copy(method: "GET", host: "copy.test", target: "/m")])
    let access = Access(addresses: AddressRule(denied: ["0.0.0.0/0"]))
    #expect(answer([.access(access), mirror]).copies.isEmpty)
  }
}
