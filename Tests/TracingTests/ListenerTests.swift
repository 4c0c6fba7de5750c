import Routing
import Testing
import Tracing

@Suite("listeners")
struct ListenerTests {
  private static let root = [Sites.host([Sites.route(.prefix("/"))])]

  private static func secure(_ name: HostPattern, _ transport: Listener.Transport) -> Listener {
    Listener(name: "s", port: 443, transport: transport, serverName: name, hosts: root)
  }

  private static let envoy = Site(
    reading: .istio,
    listeners: [
      Listener(name: "http", port: 80, transport: .http, hosts: root),
      secure(.exact("a.test"), .https(CertificateTable(fallback: "infra/a"))),
      secure(.labels(domain: "wild.test"), .https(CertificateTable(fallback: "infra/wild"))),
      secure(.exact("db.test"), .passthrough(Sites.backend("db"))),
    ])

  @Test(
    "Envoy takes a TLS connection by its server name",
    arguments: [
      ("a.test", nil, "app /", "infra/a"), ("a.test:443", nil, "app /", "infra/a"),
      ("a.test", "x.y.wild.test", "app /", "infra/wild"), ("a.test", "A.TEST", "app /", "infra/a"),
      ("b.test", "a.test", "404", "infra/a"), ("db.test", nil, "db /", "backend"),
      ("c.test", nil, "connection closed", nil), ("a.test", "", "connection closed", nil),
      ("wild.test", nil, "connection closed", nil),
    ] as [(String, String?, String, String?)])
  func serverName(_ host: String, _ name: String?, _ expected: String, _ certificate: String?) {
    let request = Request(scheme: .https, host: host, serverName: name)
    let answer = Answering(Self.envoy).answer(to: request)
    #expect(answer.line == expected)
    #expect(answer.certificate == certificate)
  }

  @Test(
    "ports that do not speak the scheme",
    arguments: [
      (Request.Scheme.http, 8080, "no listener", "no listener"),
      (.https, 8443, "no listener", "no listener"),
      (.https, 80, "connection closed", "connection closed"),
      (.http, 443, "connection closed", "400"),
    ])
  func ports(_ scheme: Request.Scheme, _ port: Int, _ envoy: String, _ nginx: String) {
    let request = Request(scheme: scheme, host: "a.test", port: port)
    #expect(Answering(Self.envoy).answer(to: request).line == envoy)
    #expect(Answering(Sites.nginx(Self.root)).answer(to: request).line == nginx)
  }

  @Test(
    "nginx shows the most specific certificate and routes by the Host header",
    arguments: [
      ("tls.test", "default/tls"), ("a.wild.test", "default/wild"), ("a.b.wild.test", "default"),
      ("", "default"), ("else.test", "default"),
    ])
  func certificates(_ name: String, _ expected: String) {
    let request = Request(scheme: .https, host: "a.test", serverName: name)
    let answer = Answering(Sites.nginx(Self.root)).answer(to: request)
    #expect(answer.certificate == expected)
    #expect(answer.line == "app /")
  }

  @Test("headers of a listener come with every answer of its hosts")
  func responseHeaders() {
    let site = Sites.nginx(Self.root, responseHeaders: [Header("hsts", "1")])
    let answering = Answering(site)
    let secure = answering.answer(to: Request(scheme: .https, host: "a.test"))
    #expect(secure.responseHeaders == [Header("hsts", "1")])
    #expect(answering.answer(to: Request(host: "a.test")).responseHeaders.isEmpty)
    let bad = answering.answer(to: Request(scheme: .https, host: "a.test", target: "/%zz"))
    #expect(bad.responseHeaders.isEmpty)
  }
}
