import Routing
import Testing
import Tracing

@Suite("header values of Envoy")
struct FormatTests {
  private static let backend = Backend(namespace: "app", name: "web", port: 80)

  private func answer(_ behaviour: Behaviour, _ request: Request) -> Answer {
    let route = Route(
      path: .prefix("/"), behaviours: [behaviour],
      destination: .forward(Choice(otherwise: Pool(Self.backend))))
    let listener = Listener(
      name: "http", port: 80, transport: .http, hosts: [Host(pattern: .any, routes: [route])])
    return Answering(Site(reading: .istio, listeners: [listener])).answer(to: request)
  }

  @Test(
    "are format strings",
    arguments: [
      ("plain", "plain"), ("100%%", "100%"), ("%PROTOCOL%", "HTTP/1.1"),
      ("%REQ(:PATH)%", "/p?q=1"), ("%REQ(:AUTHORITY)%", "a.test:80"), ("%REQ(X-One)%", "two"),
      ("%REQ(X-None?X-One):2%", "tw"), ("%RESPONSE_CODE%", "%RESPONSE_CODE%"),
    ])
  func formats(_ written: String, _ expected: String) {
    let request = Request(
      host: "a.test:80", target: "/p?q=1", headers: [Header("x-one", "two")])
    let answer = answer(.requestHeaders(HeaderChange(set: [Header("x", written)])), request)
    #expect(answer.upstreamHeaders == [Header("x", expected)])
  }

  @Test("that become empty set no header")
  func empty() {
    let change = HeaderChange(set: [Header("x", "%REQ(X-None)%")])
    #expect(answer(.requestHeaders(change), Request(host: "a.test")).upstreamHeaders.isEmpty)
  }

  @Test("for session cookies are not set when the client sends one of the name")
  func heldCookie() {
    let cookie = Behaviour.sessionCookie(SessionCookie(name: "SID", attributes: "Path=/"))
    let held = Request(host: "a.test", headers: [Header("cookie", "SID=abc")])
    #expect(answer(cookie, held).responseHeaders.isEmpty)
    let fresh = Header("set-cookie", "SID; Path=/")
    #expect(answer(cookie, Request(host: "a.test")).responseHeaders == [fresh])
  }
}
