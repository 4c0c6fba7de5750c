import GatewayReader
import Routing
import Testing
import Tracing

/// Envoy's CORS filter, which takes notice of routes to backends alone.
@Suite("CORS filters")
struct CORSFilterTests {
  private static let cors = "{type: CORS, cors: {allowOrigins: ['https://good.test']}}"
  private static let redirect =
    "{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 308}}"

  @Test(
    "leave preflights to routes that redirect or answer themselves",
    arguments: [
      ("{filters: [\(cors)], backendRefs: [{name: web, port: 80}]}", 200, true),
      ("{filters: [\(cors), \(redirect)]}", 308, false),
      ("{filters: [\(cors)]}", 404, false),
    ])
  func preflight(_ rule: String, _ status: Int, _ isAllowed: Bool) {
    let reading = Manifests.read(
      Manifests.gateway(listeners: Manifests.open), Manifests.service, Manifests.route(rule: rule))
    let answer = Answering(reading.site).answer(
      to: Request(
        method: "OPTIONS", host: "a.test",
        headers: [
          Header("Origin", "https://good.test"), Header("Access-Control-Request-Method", "GET"),
        ]))
    guard case .answered(let answered, _) = answer.outcome else {
      Issue.record("\(answer.outcome)")
      return
    }
    #expect(answered == status)
    let names = answer.responseHeaders.map { $0.name.lowercased() }
    #expect(names.contains("access-control-allow-origin") == isAllowed)
  }
}
