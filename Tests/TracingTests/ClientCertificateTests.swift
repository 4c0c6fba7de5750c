import Routing
import Testing
import Tracing

@Suite("client certificates")
struct ClientCertificateTests {
  private static let subject = "a client certificate whose subject fits CN=x, else 403"

  @Test(
    "are asked for over TLS: 400 without the right one, and the subject is a condition",
    arguments: [
      (.absent, false, "", "400", []), (.untrusted, false, "", "400", []),
      (.trusted, false, "", "app /", []), (.trusted, false, "CN=x", "app /", [subject]),
      (.absent, false, "CN=x", "400", []), (.absent, true, "", "app /", []),
      (.untrusted, true, "", "400", []), (.absent, true, "CN=x", "403", []),
    ] as [(ClientCertificate, Bool, String, String, [String])])
  func checks(
    _ certificate: ClientCertificate, _ isOptional: Bool, _ subject: String, _ line: String,
    _ conditions: [String]
  ) {
    let check = ClientCertificateCheck(secret: "a/ca", isOptional: isOptional, subject: subject)
    let request = Request(scheme: .https, host: "a.test", clientCertificate: certificate)
    let answer = Sites.answer([.clientCertificate(check)], to: request)
    #expect(answer.line == line)
    #expect(answer.conditions == conditions)
  }

  @Test("that are missing lead to the error page, where there is one")
  func errorPage() {
    var check = ClientCertificateCheck(secret: "a/ca", isOptional: false, subject: "")
    check.errorPage = "https://a.test/help"
    let request = Request(scheme: .https, host: "a.test")
    #expect(
      Sites.answer([.clientCertificate(check)], to: request).outcome
        == .answered(status: 302, location: "https://a.test/help"))
  }

  @Test("that nobody has signed are enough for optional_no_ca")
  func unsigned() {
    var check = ClientCertificateCheck(secret: "a/ca", isOptional: true, subject: "")
    check.acceptsUntrusted = true
    let request = Request(scheme: .https, host: "a.test", clientCertificate: .untrusted)
    #expect(Sites.answer([.clientCertificate(check)], to: request).line == "app /")
  }

  @Test(
    "are not shown over plain HTTP, which a check of the subject refuses",
    arguments: [("", "app /"), ("CN=x", "403")])
  func plain(_ subject: String, _ line: String) {
    let check = ClientCertificateCheck(secret: "a/ca", isOptional: false, subject: subject)
    let request = Request(host: "a.test", clientCertificate: .trusted)
    #expect(Sites.answer([.clientCertificate(check)], to: request).line == line)
  }

  @Test(
    "that are missing or wrong end Envoy's handshake",
    arguments: [
      (.absent, false, "connection closed"), (.untrusted, false, "connection closed"),
      (.trusted, false, "404"), (.absent, true, "404"), (.untrusted, true, "connection closed"),
    ] as [(ClientCertificate, Bool, String)])
  func handshakes(_ certificate: ClientCertificate, _ isOptional: Bool, _ line: String) {
    let table = CertificateTable(fallback: "a/tls")
    var listener = Listener(name: "l", port: 443, transport: .https(table), hosts: [])
    listener.clientCertificates = ClientCertificateDemand(isOptional: isOptional)
    let request = Request(scheme: .https, host: "a.test", clientCertificate: certificate)
    #expect(
      Answering(Site(reading: .istio, listeners: [listener])).answer(to: request).line == line)
  }
}
