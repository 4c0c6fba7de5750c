import Routing
import Testing
import Tracing

@Suite("what is believed of forwarded headers")
struct ForwardedTests {
  private func answer(
    _ forwarding: Forwarding?, _ headers: [(String, String)], addsURI: Bool = false,
    behaviours: [Behaviour] = []
  ) -> Answer {
    var site = Sites.nginx([Sites.host([Sites.route(.prefix("/"), behaviours)])])
    site.reading.forwarding = forwarding
    site.reading.addsOriginalURI = addsURI
    let request = Request(
      host: "a.test:8080", target: "/x?y", headers: headers.map { Header($0.0, $0.1) },
      port: 80, clientAddress: "10.0.0.1")
    return Answering(site).answer(to: request)
  }

  private static func forwarding(
    _ trusted: [String] = ["0.0.0.0/0"], scheme: Bool = true, adds: Bool = false
  ) -> Forwarding {
    Forwarding(
      believesScheme: scheme, addressHeader: "x-forwarded-for", hostHeader: "x-forwarded-host",
      trusted: trusted, addsToAddresses: adds)
  }

  @Test(
    "the address is the right-most that is not trusted",
    arguments: [
      (["0.0.0.0/0"], "1.1.1.1, 2.2.2.2", "1.1.1.1"),
      (["10.0.0.0/8"], "1.1.1.1, 2.2.2.2", "2.2.2.2"),
      (["10.0.0.0/8", "2.2.2.2"], "1.1.1.1, 2.2.2.2", "1.1.1.1"),
      (["10.0.0.0/8"], "1.1.1.1,10.2.2.2", "1.1.1.1"), (["192.0.2.0/24"], "1.1.1.1", "10.0.0.1"),
      (["0.0.0.0/0"], "", "10.0.0.1"), (["0.0.0.0/0"], "nonsense", "10.0.0.1"),
      (["0.0.0.0/0"], "1.1.1.1, nonsense, 2.2.2.2", "2.2.2.2"), ([], "1.1.1.1", "10.0.0.1"),
      (["x"], "1.1.1.1", "10.0.0.1"),
    ] as [([String], String, String)])
  func addresses(_ trusted: [String], _ sent: String, _ address: String) {
    let answer = answer(Self.forwarding(trusted), [("X-Forwarded-For", sent)])
    #expect(answer.clientHeaders.first == Header("x-real-ip", address))
  }

  @Test("access lists go by the address that is believed")
  func accessLists() {
    let access = Access(addresses: AddressRule(allowed: ["1.1.1.1"]))
    let sent = [("X-Forwarded-For", "1.1.1.1")]
    #expect(answer(Self.forwarding(), sent, behaviours: [.access(access)]).line == "app /x?y")
    #expect(answer(nil, sent, behaviours: [.access(access)]).line == "403")
  }

  private static let sent = [
    ("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Port", "444"),
    ("X-Forwarded-Host", "b.test:90, c.test"),
  ]

  private func lines(_ answer: Answer) -> [String] {
    answer.clientHeaders.map { "\($0.name.split(separator: "-").last ?? "") \($0.value)" }
  }

  @Test("nothing is believed by default; what was sent is kept under other names")
  func plain() {
    let answer = answer(nil, Self.sent)
    #expect(
      lines(answer) == [
        "ip 10.0.0.1", "for 10.0.0.1", "host a.test:8080", "port 80", "proto http", "scheme http",
        "scheme http", "for 1.1.1.1", "host b.test:90, c.test",
      ])
    #expect(answer.upstreamHost == "a.test:8080")
  }

  @Test("use-forwarded-headers believes scheme, port and the first host")
  func believed() {
    let answer = answer(Self.forwarding(), Self.sent)
    #expect(
      lines(answer).prefix(7) == [
        "ip 1.1.1.1", "for 1.1.1.1", "host b.test:90", "port 444", "proto https", "scheme https",
        "scheme https",
      ])
    #expect(answer.upstreamHost == "b.test:90")
  }

  @Test("enable-real-ip believes the address alone")
  func realAddress() {
    let answer = answer(Self.forwarding(scheme: false), Self.sent)
    #expect(
      lines(answer).prefix(5) == [
        "ip 1.1.1.1", "for 1.1.1.1", "host a.test:8080", "port 80", "proto http",
      ])
  }

  @Test(
    "compute-full-forwarded-for adds the peer to what was sent",
    arguments: [("1.1.1.1, 2.2.2.2", "1.1.1.1, 2.2.2.2, 10.0.0.1"), (nil, "10.0.0.1")]
      as [(String?, String)])
  func full(_ sent: String?, _ expected: String) {
    let answer = answer(
      Self.forwarding(adds: true), sent.map { [("X-Forwarded-For", $0)] } ?? [])
    #expect(answer.clientHeaders[1] == Header("x-forwarded-for", expected))
  }

  @Test("proxy-add-original-uri-header tells the address asked for")
  func originalURI() {
    #expect(answer(nil, [], addsURI: true).clientHeaders.last == Header("x-original-uri", "/x?y"))
    #expect(!answer(nil, []).clientHeaders.contains { $0.name == "x-original-uri" })
  }

  @Test("the redirect to https goes by the scheme that is believed, to the host that is believed")
  func redirects() {
    let parts = RedirectParts(scheme: "https")
    let redirect = Behaviour.secureRedirect(Redirect(status: 308, target: .parts(parts)))
    #expect(
      answer(nil, Self.sent, behaviours: [redirect]).line == "308 https://a.test/x?y")
    #expect(answer(Self.forwarding(), Self.sent, behaviours: [redirect]).line == "app /x?y")
    let host = [("X-Forwarded-Host", "b.test:90, c.test")]
    #expect(
      answer(Self.forwarding(), host, behaviours: [redirect]).line == "308 https://b.test/x?y")
  }
}
