import Routing
import Testing
import Tracing

@Suite("logins")
struct LoginTests {
  /// `{SHA}` of `password`.
  private static let digest = "W6ph5Mm5Pz8GgiULbPgzG37mj9g="
  private static let token = "YW5uOnBhc3N3b3Jk"

  private static func credentials(_ users: [String]) -> Credentials {
    Credentials(scheme: .basic, realm: "shop", secret: "", users: users)
  }

  private static func answer(
    _ headers: [Header], _ login: Login? = nil, at proxy: RequestReading.Proxy,
    _ users: [String] = ["ann:{SHA}\(digest)"]
  ) -> Answer {
    let route = Sites.route(.prefix("/"), [.access(Access(credentials: credentials(users)))])
    let hosts = [Sites.host([route])]
    var request = Request(host: "a.test:80", target: "/x?y=z", headers: headers)
    request.login = login
    return Answering(proxy == .nginx ? Sites.nginx(hosts) : Sites.envoy(hosts)).answer(to: request)
  }

  @Test(
    "are read as the proxy reads them",
    arguments: [
      ("Basic \(token)", true, true), ("basic \(token)", true, false),
      ("Basic  \(token)", true, false), ("Bearer \(token)", false, false),
      ("Basic YW5uOndyb25n", false, false), ("Basic !", false, false), ("Basic YW5u", false, false),
    ])
  func headers(_ value: String, _ isLetInByNginx: Bool, _ isLetInByEnvoy: Bool) {
    let headers = [Header("Authorization", value)]
    #expect((Self.answer(headers, at: .nginx).line == "401") != isLetInByNginx)
    #expect((Self.answer(headers, at: .envoy).line == "401") != isLetInByEnvoy)
  }

  @Test(
    "are right where the digest is that of the file, or no digest says otherwise",
    arguments: [
      ("Basic ann", true), ("Basic ann:\(digest)", true), ("Basic ann:other", false),
      ("Basic bob", false), ("basic ann", false), ("Basic cat", false),
    ])
  func digests(_ text: String, _ isLetIn: Bool) throws {
    let login = try #require(Login(text))
    #expect(login.text == text)
    let users = ["ann:{SHA}\(Self.digest)", "cat:{SHA}short"]
    #expect((Self.answer([], login, at: .envoy, users).line == "401") != isLetIn)
  }

  @Test("are asked for in the words of the proxy, and go on to the backend from Envoy")
  func words() {
    let header = "www-authenticate"
    let challenges = [RequestReading.Proxy.nginx, .envoy].map { proxy in
      Self.answer([], at: proxy).responseHeaders.last { $0.name == header }?.value
    }
    #expect(challenges == ["Basic realm=\"shop\"", "Basic realm=\"http://a.test:80/x?y=z\""])
    let login = Login(user: "ann")
    #expect(Self.answer([], login, at: .nginx).removedUpstreamHeaders == ["authorization"])
    #expect(Self.answer([], login, at: .envoy).removedUpstreamHeaders == [])
  }

  @Test("tell files apart: one that all let in, in two spellings, and others that not all do")
  func samples() {
    let files = [["ann:{PLAIN}a", "bob:{PLAIN}b"], ["ann:{PLAIN}a", "bob:{PLAIN}c", "cat:$1$x"]]
    let logins = files.map(Self.credentials).logins.map(\.description)
    #expect(logins == ["Basic ann", "basic ann", "Basic bob", "Basic bob", "Basic cat"])
    #expect([Credentials]().logins.isEmpty)
  }

  @Test(
    "come after the subject of a certificate, which Envoy looks at before any route",
    arguments: [
      (.trusted, "404", ["a client certificate whose subject fits CN=x, else 403"]),
      (.absent, "403", []),
    ] as [(ClientCertificate, String, [String])])
  func subjects(_ certificate: ClientCertificate, _ line: String, _ conditions: [String]) {
    var site = Sites.nginx([Sites.host([])])
    site.reading = RequestReading(proxy: .envoy, slashes: .kept, dropsUnderscoreHeaders: false)
    var demand = ClientCertificateDemand(isOptional: true)
    demand.subjects = ["CN=x"]
    site.listeners[1].clientCertificates = demand
    let request = Request(scheme: .https, host: "a.test", clientCertificate: certificate)
    let answer = Answering(site).answer(to: request)
    #expect(answer.line == line && answer.conditions == conditions)
  }
}
