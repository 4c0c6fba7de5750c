import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("Scripts that send to sign in")
struct SignInTests {
  /// The scripts by the names of their filters.
  private static func scripts(_ signin: String, _ more: [Behaviour] = []) -> [String: String] {
    let service = ExternalAuthentication(
      url: "http://auth.shop.svc.cluster.local/check", signin: signin)
    var host = host("a.com", ["/"])
    host.routes[0].behaviours = [.access(Access(external: service))] + more
    var options = WriteOptions()
    options.allowsEnvoyFilter = true
    let filters = written(site([host]), options).objects.bodies("EnvoyFilter")
    let patches = filters.flatMap { $0.items("spec", "configPatches") }
    return ["gatewright.sign-in", "gatewright.admission"].reduce(into: [:]) { found, name in
      for patch in patches {
        let config = patch["patch"]?["value"]?["typed_per_filter_config"]?[name]
        if let code = config?.text("source_code", "inline_string") { found[name] = code }
      }
    }
  }

  @Test(
    "name the page with the address asked for",
    arguments: [
      (
        "https://in.test/",
        "https://in.test/?rd=$pass_access_scheme://$http_host$escaped_request_uri"
      ),
      ("https://$host/in?rd=$escaped_request_uri", "https://$host/in?rd=$escaped_request_uri"),
    ])
  func page(_ written: String, _ address: String) {
    let scripts = Self.scripts(written)
    #expect(scripts.count == 2)
    #expect(
      scripts["gatewright.sign-in"]?.contains("local signin = {address = \"\(address)\"}") == true)
  }

  @Test("are none for other variables, and where 401 has a page of errors")
  func unsaid() {
    #expect(Self.scripts("https://in.test/?rd=$request_id").isEmpty)
    let pages = ErrorPages(statuses: [401], backend: nil, interceptsBackends: true)
    #expect(Self.scripts("https://in.test/", [.errorPages(pages)]).isEmpty)
  }
}
