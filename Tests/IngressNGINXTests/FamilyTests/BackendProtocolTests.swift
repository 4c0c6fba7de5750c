import Testing

@testable import IngressNGINX

@Suite("BackendProtocol")
struct BackendProtocolTests {
  @Test(
    "keeps the spelling, and takes nothing but its words",
    arguments: [
      ("HTTP", "HTTP", Verdict.accepted), ("HTTPS", "HTTPS", .accepted),
      ("https", "https", .accepted), ("AUTO_HTTP", "AUTO_HTTP", .accepted),
      ("GRPC", "GRPC", .accepted), ("grpc", "grpc", .accepted), ("Grpcs", "Grpcs", .accepted),
      (" FCGI ", "FCGI", .accepted), ("", "HTTP", .doubted), ("H2C", "HTTP", .doubted),
      ("HTTP2", "HTTP", .doubted), ("AJP", "HTTP", .doubted),
    ])
  func values(_ written: String, _ text: String, _ verdict: Verdict) {
    let reading = familyReading(["backend-protocol": written])
    #expect(reading.settings.backendProtocol.text == text)
    #expect(reading.verdict == verdict)
  }

  @Test("is HTTP where nothing is written")
  func fallback() {
    #expect(familyReading([:]).settings.backendProtocol.text == "HTTP")
  }
}
