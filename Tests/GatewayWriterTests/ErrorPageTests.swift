import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("Scripts that show error pages")
struct ErrorPageTests {
  /// The script of the only rule; nil where there is none.
  private static func script(
    _ pages: ErrorPages, of server: [Behaviour] = [], isAllowed: Bool = true
  ) -> String? {
    var host = host("a.com", ["/"])
    host.behaviours = server
    host.routes[0].behaviours = [.errorPages(pages)]
    var options = WriteOptions()
    options.allowsEnvoyFilter = isAllowed
    let filters = written(site([host]), options).objects.bodies("EnvoyFilter")
    let patches = filters.flatMap { $0.items("spec", "configPatches") }
    let configs = patches.compactMap {
      $0["patch"]?["value"]?["typed_per_filter_config"]?["gatewright.error-pages"]
    }
    return configs.first?.text("source_code", "inline_string")
  }

  private static let pages = ErrorPages(
    statuses: [503, 404, 403, 404], backend: nil, interceptsBackends: true)

  @Test("name each status once, in order")
  func statuses() {
    let line = "local pages = {statuses = \"403 404 503\"}"
    #expect(Self.script(Self.pages)?.contains(line) == true)
  }

  @Test("are none where a Service shows the pages, or backends' errors are let through")
  func unsaid() {
    #expect(Self.script(Self.pages, isAllowed: false) == nil)
    var pages = Self.pages
    pages.interceptsBackends = false
    #expect(Self.script(pages) == nil)
    pages = Self.pages
    pages.backend = Backend(namespace: "app", name: "errors", port: 80)
    #expect(Self.script(pages) == nil)
  }

  @Test("are none for what nginx answers before it has chosen a location")
  func early() {
    let early = Behaviour.responseHeaders(HeaderChange(set: [Header("x-a", "b")]))
    #expect(Self.script(Self.pages, of: [early]) == nil)
    var pages = Self.pages
    pages.statuses = [404]
    #expect(Self.script(pages, of: [early]) != nil)
  }
}
