import Routing
import Testing
import Tracing

@Suite("how backends are spoken to")
struct UpstreamProtocolTests {
  @Test(
    "the scheme is the protocol's, or the client's own",
    arguments: [
      (.http, .http, "http"), (.https, .http, "https"), (.grpc, .https, "grpc"),
      (.grpcs, .http, "grpcs"), (.fastCGI, .http, "fastcgi"), (.clients, .http, "http"),
      (.clients, .https, "https"),
    ] as [(UpstreamProtocol.Kind, Request.Scheme, String)])
  func schemes(_ kind: UpstreamProtocol.Kind, _ scheme: Request.Scheme, _ expected: String) {
    let spoken = Behaviour.upstreamProtocol(UpstreamProtocol(kind: kind))
    let answer = Sites.answer([spoken], to: Request(scheme: scheme, host: "a.test"))
    #expect(answer.upstreamScheme == expected)
    #expect(answer.upstreamHost == "a.test")
  }

  @Test("a protocol in lower case loses the client's Host")
  func lowerCase() {
    let spoken = UpstreamProtocol(kind: .grpc, losesHost: true)
    let answer = Sites.answer([.upstreamProtocol(spoken)])
    #expect(answer.upstreamHost == "upstream_balancer")
  }
}
