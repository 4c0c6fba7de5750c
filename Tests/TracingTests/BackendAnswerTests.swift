import Routing
import Testing
import Tracing

@Suite("what backends answer")
struct BackendAnswerTests {
  private func answer(_ backend: WorldAnswer?, _ behaviours: [Behaviour]) -> Answer {
    Sites.answer(
      behaviours, to: Request(host: "a.test", target: "/x?y", world: World(backend: backend)))
  }

  private static let rewrite = Behaviour.responseRewrite(
    ResponseRewrite(
      location: ResponseRewrite.Pair(from: "http://old.test/", to: "https://new.test/"),
      cookieDomain: ResponseRewrite.Pair(from: "old.test", to: "new.test"),
      cookiePath: ResponseRewrite.Pair(from: "/old", to: "/new")))

  @Test(
    "the beginning of a Location is replaced",
    arguments: [
      ("http://old.test/a", "https://new.test/a"), ("http://old.test", "http://old.test"),
      ("https://old.test/a", "https://old.test/a"), ("/a", "/a"),
    ])
  func location(_ sent: String, _ seen: String) {
    let backend = WorldAnswer(status: 302, headers: [Header("Location", sent)])
    let answer = answer(backend, [Self.rewrite])
    #expect(answer.backendStatus == 302)
    #expect(answer.backendLocation == seen)
    #expect(self.answer(backend, []).backendLocation == sent)
  }

  @Test(
    "Domain and the beginning of Path of a cookie are replaced",
    arguments: [
      ("c=1; Domain=old.test; Path=/old/x", "c; Domain=new.test; Path=/new/x"),
      ("c=1; domain=OLD.test", "c; domain=new.test"),
      ("c=1; Domain=.old.test", "c; Domain=.new.test"),
      ("c=1; Domain=www.old.test; path=/", "c; Domain=www.old.test; path=/"),
      ("c=1; Secure; HttpOnly", "c; Secure; HttpOnly"), ("path=/old", "path"), ("c", "c"),
    ])
  func cookies(_ sent: String, _ seen: String) {
    let backend = WorldAnswer(status: 200, headers: [Header("Set-Cookie", sent)])
    let answer = answer(backend, [Self.rewrite])
    #expect(answer.responseHeaders == [Header("set-cookie", seen)])
  }

  @Test("headers that the proxy sets replace the backend's of the same name")
  func headers() {
    let backend = WorldAnswer(status: 200, headers: [Header("X-A", "b"), Header("X-B", "b")])
    let set = Behaviour.responseHeaders(HeaderChange(set: [Header("x-a", "p")]))
    #expect(answer(backend, [set]).responseHeaders == [Header("x-a", "p"), Header("x-b", "b")])
  }

  private static func pages(_ backend: String?, intercepts: Bool = true) -> Behaviour {
    .errorPages(
      ErrorPages(
        statuses: [404, 503], backend: backend.map { Sites.backend($0) },
        interceptsBackends: intercepts, headers: [Header("x-namespace", "app")]))
  }

  @Test(
    "listed statuses are shown by the error backend, or become the controller's 404",
    arguments: [
      ("errors", true, 404, "errors /?y"), ("errors", true, 500, "app /x?y"),
      ("errors", false, 404, "app /x?y"), (nil, true, 503, "404"), (nil, false, 503, "app /x?y"),
    ] as [(String?, Bool, Int, String)])
  func pages(_ backend: String?, _ intercepts: Bool, _ status: Int, _ line: String) {
    let pages = Self.pages(backend, intercepts: intercepts)
    #expect(answer(WorldAnswer(status: status), [pages]).line == line)
  }

  @Test("the error backend is told what happened")
  func told() {
    let answer = answer(WorldAnswer(status: 503), [Self.pages("errors")])
    #expect(
      answer.upstreamHeaders == [
        Header("x-code", "503"), Header("x-original-uri", "/x?y"), Header("x-namespace", "app"),
      ])
    #expect(answer.upstreamHost == "a.test")
    #expect(answer.responseHeaders.isEmpty)
    var request = Request(host: "a.test", world: World(backend: WorldAnswer(status: 503)))
    request.headers = [Header("Accept", "text/html")]
    let accepting = Sites.answer([Self.pages("errors")], to: request)
    #expect(accepting.upstreamHeaders.contains(Header("x-format", "text/html")))
  }

  @Test("the proxy's own statuses are shown, too, whether backends are intercepted or not")
  func own() {
    let refuse = Behaviour.refuse(status: 503, when: [])
    let quiet = Self.pages("errors", intercepts: false)
    #expect(answer(nil, [quiet, refuse]).line == "errors /?y")
    let other = Behaviour.refuse(status: 403, when: [])
    #expect(answer(nil, [quiet, other]).line == "403")
  }

  @Test("a backend whose answer is not known leaves a condition")
  func unknown() {
    #expect(
      answer(nil, [Self.pages("errors")]).conditions == [
        "if the backend answers 404, 503, app/errors:80 answers instead"
      ])
    #expect(
      answer(nil, [Self.pages(nil)]).conditions == [
        "if the backend answers 404, 503, the controller's default backend with 404 answers instead"
      ])
    #expect(answer(nil, [Self.pages("errors", intercepts: false)]).conditions.isEmpty)
  }

  @Test("without any answer there is nothing to show")
  func failed() {
    let backend = Sites.backend("app")
    let listener = Listener(
      name: "tls", port: 443, transport: .passthrough(backend), hosts: [])
    let site = Site(reading: .ingressNGINX, listeners: [listener])
    let answer = Answering(site).answer(to: Request(scheme: .https, host: "a.test"))
    #expect(answer.line == "app /")
  }
}
