import Routing
import Testing
import Tracing

@Suite("header changes and cookies")
struct HeaderTests {
  @Test("set replaces, add appends, remove removes")
  func changes() {
    let change = HeaderChange(
      set: [Header("X-Set", "new")], add: [Header("x-add", "second")], remove: ["x-gone"])
    let route = Sites.route(
      .prefix("/"),
      [
        .requestHeaders(change), .responseHeaders(HeaderChange(set: [Header("x-old", "1")])),
        .responseHeaders(HeaderChange(set: [Header("X-New", "2")], remove: ["X-OLD"])),
      ])
    let request = Request(
      host: "a.test", headers: [Header("X-Add", "first"), Header("x-set", "old")])
    let answer = Answering(Sites.envoy([Sites.host([route])])).answer(to: request)
    #expect(answer.upstreamHeaders == [Header("X-Set", "new"), Header("x-add", "first, second")])
    #expect(answer.removedUpstreamHeaders == ["x-gone"])
    #expect(answer.responseHeaders == [Header("X-New", "2")])
  }

  @Test(
    "a session cookie is set until the client has one of a receiver",
    arguments: [
      (nil, true), ("app/app:80", false), ("app/other:80", true),
    ] as [(String?, Bool)])
  func sessionCookie(_ session: String?, _ isSet: Bool) {
    let cookie = SessionCookie(name: "route", attributes: "Path=/; HttpOnly")
    let route = Sites.route(.prefix("/"), [.sessionCookie(cookie)])
    let request = Request(host: "a.test", sessionOf: session)
    let answer = Answering(Sites.nginx([Sites.host([route])])).answer(to: request)
    let expected = isSet ? [Header("set-cookie", "route; Path=/; HttpOnly")] : []
    #expect(answer.responseHeaders == expected)
  }

  @Test("what the live system decides is told as a condition")
  func depends() {
    let route = Sites.route(.prefix("/"), [.depends(on: "the consent of auth.test")])
    let answer = Answering(Sites.nginx([Sites.host([route])])).answer(to: Request(host: "a.test"))
    #expect(answer.line == "app /")
    #expect(answer.conditions == ["the consent of auth.test"])
  }

  @Test("steps name what decided, in the words of each proxy")
  func steps() {
    let hosts = [Sites.host([Sites.route(.prefix("/api"))])]
    let request = Request(host: "a.test", target: "/api")
    #expect(
      Answering(Sites.nginx(hosts)).answer(to: request).steps.map(\.text)
        == ["port 80", "server a.test", "location /api/", "upstream app/app:80: all"])
    #expect(
      Answering(Sites.envoy(hosts)).answer(to: request).steps.map(\.text)
        == [
          "listener http on port 80", "hostname a.test", "rule PathPrefix /api",
          "backendRef app/app:80: all",
        ])
  }
}
