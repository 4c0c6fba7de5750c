import Routing
import Testing
import Tracing

@Suite("client certificates")
struct ClientCertificateTests {
  private static let signed = "a client certificate signed by Secret a/ca, else 400"
  private static let subject = "a client certificate whose subject fits CN=x, else 403"

  @Test(
    "are conditions over TLS; plain HTTP has none, which a check of the subject refuses",
    arguments: [
      (.https, "a/ca", false, "", "app /", [signed]),
      (.https, "a/ca", false, "CN=x", "app /", [signed, subject]),
      (.https, "a/ca", true, "", "app /", []), (.https, nil, false, "", "app /", []),
      (.https, nil, true, "CN=x", "app /", [subject]),
      (.http, "a/ca", false, "", "app /", []), (.http, "a/ca", false, "CN=x", "403", []),
      (.http, nil, true, "CN=x", "403", []),
    ] as [(Request.Scheme, String?, Bool, String, String, [String])])
  func checks(
    _ scheme: Request.Scheme, _ secret: String?, _ isOptional: Bool, _ subject: String,
    _ line: String, _ conditions: [String]
  ) {
    let check = ClientCertificateCheck(secret: secret, isOptional: isOptional, subject: subject)
    let request = Request(scheme: scheme, host: "a.test")
    let answer = Sites.answer([.clientCertificate(check)], to: request)
    #expect(answer.line == line)
    #expect(answer.conditions == conditions)
  }
}
