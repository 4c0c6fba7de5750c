import Routing
import Testing
import Tracing

@Suite("external authentication")
struct ExternalAuthenticationTests {
  private static let url = "http://auth.test/check"

  private func answer(
    _ service: ExternalAuthentication, _ answers: WorldAnswer?, target: String = "/",
    headers: [Header] = [], behaviours: [Behaviour] = []
  ) -> Answer {
    let known = answers.map { [service.url: $0] } ?? [:]
    return Sites.answer(
      behaviours + [.access(Access(external: service))],
      to: Request(
        host: "a.test:8080", target: target, headers: headers,
        world: World(authentication: known)))
  }

  @Test(
    "passes 401 and 403 on and takes nothing but 2xx for consent",
    arguments: [
      (200, "app /"), (204, "app /"), (299, "app /"), (401, "401"), (403, "403"), (302, "500"),
      (404, "500"), (500, "500"), (199, "500"), (300, "500"),
    ])
  func statuses(_ status: Int, _ line: String) {
    let service = ExternalAuthentication(url: Self.url)
    #expect(answer(service, WorldAnswer(status: status)).line == line)
  }

  @Test("its headers replace the client's; those that it did not send are taken off")
  func headers() {
    let service = ExternalAuthentication(url: Self.url, responseHeaders: ["X-User", "X-Mail"])
    let known = WorldAnswer(status: 200, headers: [Header("x-user", "ann"), Header("x-age", "7")])
    let answer = answer(service, known, headers: [Header("X-Mail", "forged")])
    #expect(answer.upstreamHeaders == [Header("x-user", "ann")])
    #expect(answer.removedUpstreamHeaders == ["x-mail"])
  }

  @Test("what is not known is a condition, and its headers are told as such")
  func unknown() {
    let service = ExternalAuthentication(url: Self.url, responseHeaders: ["X-User"])
    let answer = answer(service, nil)
    #expect(answer.line == "app /")
    #expect(answer.conditions == ["the consent of \(Self.url)"])
    #expect(answer.upstreamHeaders == [Header("x-user", "(as \(Self.url) answers)")])
  }

  @Test(
    "an address that ends with /status/N answers N",
    arguments: [
      ("http://httpbin.test/status/200", "app /"), ("http://httpbin.test/status/401", "401"),
      ("https://httpbin.test/status/503", "500"),
    ])
  func statusAddresses(_ url: String, _ line: String) {
    let answer = answer(ExternalAuthentication(url: url), nil)
    #expect(answer.line == line)
    #expect(answer.conditions.isEmpty)
  }

  @Test(
    "is asked where its address says, in one writing",
    arguments: [
      ("http://auth.ops.svc/check?a=b", "auth.ops.svc.cluster.local:80/check?a=b"),
      ("https://Auth.Test:8443/", "auth.test:8443/"), ("https://auth.test", "auth.test:443"),
      ("http://auth.test?a", "auth.test:80/?a"), ("http://auth.test/$host", nil),
      ("auth.test/check", nil),
    ])
  func addresses(_ url: String, _ address: String?) {
    let asked = answer(ExternalAuthentication(url: url), WorldAnswer(status: 200)).questions
    #expect(asked.map(\.description) == [address].compactMap(\.self))
  }

  @Test(
    "other addresses say nothing",
    arguments: [
      "http://a.test/status/99", "http://a.test/status/x", "http://a.test/status/200/x",
      "http://a.test/x/200", "http://a.test", "a.test/status/200", "",
    ])
  func otherAddresses(_ url: String) {
    #expect(answer(ExternalAuthentication(url: url), nil).conditions.count == 1)
  }

  @Test(
    "sends 401 to sign in, with the address asked for unless the parameter is there",
    arguments: [
      ("http://in.test", "/a?b=c", "http://in.test?rd=http://a.test:8080%2Fa%3Fb%3Dc"),
      ("http://in.test/?x=y", "/", "http://in.test/?x=y&rd=http://a.test:8080%2F"),
      ("http://in.test/?rd=z", "/", "http://in.test/?rd=z"),
      ("http://in.test/?rdx=z", "/", "http://in.test/?rdx=z&rd=http://a.test:8080%2F"),
      ("http://in.test/rd=", "/", "http://in.test/rd=?rd=http://a.test:8080%2F"),
    ])
  func signin(_ signin: String, _ target: String, _ location: String) {
    let service = ExternalAuthentication(url: Self.url, signin: signin)
    let answer = answer(service, WorldAnswer(status: 401), target: target)
    #expect(answer.line == "302 \(location)")
  }

  @Test("names the parameter as told, and leaves 403 where it is")
  func parameter() {
    let service = ExternalAuthentication(
      url: Self.url, signin: "http://in.test", signinParameter: "next")
    let asked = answer(service, WorldAnswer(status: 401))
    #expect(asked.line == "302 http://in.test?next=http://a.test:8080%2F")
    #expect(answer(service, WorldAnswer(status: 403)).line == "403")
  }

  @Test("the service's challenge travels along; of other headers only CORS stays on the redirect")
  func challenge() {
    let known = WorldAnswer(status: 401, headers: [Header("WWW-Authenticate", "Bearer")])
    let before: [Behaviour] = [
      .responseHeaders(
        HeaderChange(set: [Header("x-a", "1"), Header("access-control-allow-origin", "*")]))
    ]
    let plain = answer(ExternalAuthentication(url: Self.url), known, behaviours: before)
    #expect(
      plain.responseHeaders.map(\.name) == [
        "x-a", "access-control-allow-origin", "www-authenticate",
      ])
    let service = ExternalAuthentication(url: Self.url, signin: "http://in.test")
    let redirect = answer(service, known, behaviours: before)
    #expect(
      redirect.responseHeaders.map(\.name) == ["access-control-allow-origin", "www-authenticate"])
  }

  @Test("a 401 of the password file is sent to sign in, too")
  func passwords() {
    let credentials = Credentials(scheme: .basic, realm: "", secret: "a/b", users: [])
    let service = ExternalAuthentication(url: Self.url, signin: "http://in.test?rd=x")
    let access = Access(credentials: credentials, external: service)
    #expect(Sites.answer([.access(access)]).line == "302 http://in.test?rd=x")
  }
}
