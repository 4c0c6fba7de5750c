import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("CORS")
struct CORSTests {
  /// The rules of a host with CORS, and the codes of what is found.
  private func said(_ cors: CORS) -> (rules: [Node], codes: Set<String>) {
    var host = GatewayWriterTests.host("a.com", ["/"])
    host.routes[0].behaviours = [.cors(cors)]
    let result = written(site([host]))
    let rules = result.objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    return (rules, Set(result.findings.map(\.rule.code)))
  }

  private func cors(_ entries: [String], _ headers: [Header] = []) -> CORS {
    var cors = CORS(
      origins: entries == ["*"] ? .any : .matching("(x)$"), headers: headers, preflightStatus: 204)
    cors.entries = entries
    return cors
  }

  private func filter(_ rule: Node?) -> Node? { rule?.items("filters").first?["cors"] }

  @Test("names the origins that the filter knows, and no others")
  func origins() {
    let entries = ["https://A.com", "http://b.com:8080", "null", "app://c.com", "https://a.com"]
    let result = said(cors(entries))
    let named = filter(result.rules.first)?.items("allowOrigins").compactMap { $0.text() }
    #expect(named == ["https://a.com", "http://b.com:8080"])
    #expect(result.rules.count == 1 && result.codes.contains("cors-values-lost"))
  }

  @Test("keeps a star to one label by a condition, and leaves the others without the filter")
  func stars() {
    let result = said(cors(["https://*.a.com"]))
    #expect(result.rules.count == 2)
    let header = result.rules.first?.items("matches").first?.items("headers").first
    #expect(header?.text("value") == #"https://[A-Za-z0-9\-]+\.a\.com"#)
    #expect(result.rules.last?.items("filters").isEmpty == true)
  }

  @Test("allows no credentials to any origin, since Envoy would name the origin")
  func credentials() {
    let allowed = [Header("access-control-allow-credentials", "true")]
    let any = said(cors(["*"], allowed))
    #expect(filter(any.rules.first)?.text("allowCredentials") == nil)
    #expect(any.codes.contains("cors-credentials-left-out"))
    let listed = said(cors(["https://a.com"], allowed))
    #expect(filter(listed.rules.first)?.text("allowCredentials") == "true")
  }

  @Test("takes the methods and times that the filter knows")
  func values() {
    let result = said(
      cors(
        ["*"],
        [
          Header("access-control-allow-methods", "GET, PROPFIND,PUT"),
          Header("access-control-max-age", "0"),
        ]))
    let filter = filter(result.rules.first)
    #expect(filter?.items("allowMethods").compactMap { $0.text() } == ["GET", "PUT"])
    #expect(filter?.text("maxAge") == "1" && result.codes.contains("cors-values-lost"))
  }

  @Test("is lost where no origin can be named")
  func nothing() {
    let result = said(cors(["null"]))
    #expect(result.rules.first?.items("filters").isEmpty == true)
  }
}
