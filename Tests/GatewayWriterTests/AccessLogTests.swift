import GatewayWriter
import Routing
import Testing

@Suite("access logs")
struct AccessLogTests {
  private static func expression(_ hosts: [Host]) -> String? {
    written(site(hosts)).objects.bodies("Telemetry").first?.items("spec", "accessLogging").first?
      .text("filter", "expression")
  }

  private static func host(_ name: String, _ paths: [String], silent: Set<String>) -> Host {
    var host = GatewayWriterTests.host(name, paths)
    for index in host.routes.indices {
      host.routes[index].isLogged = !silent.contains(paths[index])
    }
    return host
  }

  @Test("are left alone where every request is logged")
  func none() {
    #expect(Self.expression([Self.host("a.com", ["/"], silent: [])]) == nil)
  }

  @Test("leave out whole hosts, with whatever port")
  func hosts() {
    let hosts = ["a.com", "b.com"].map { Self.host($0, ["/"], silent: ["/"]) }
    #expect(
      Self.expression(hosts)
        == "!(request.host == 'a.com' || request.host.startsWith('a.com:'))"
        + " && !(request.host == 'b.com' || request.host.startsWith('b.com:'))")
  }

  @Test("decide by the first path that fits")
  func paths() {
    let expression = Self.expression([Self.host("a.com", ["/x/y", "/x", "/"], silent: ["/x"])])
    #expect(
      expression == "(!(request.host == 'a.com' || request.host.startsWith('a.com:')) || "
        + "((request.url_path == '/x/y' || request.url_path.startsWith('/x/y/')) ? true : "
        + "((request.url_path == '/x' || request.url_path.startsWith('/x/')) ? false : "
        + "(true ? true : true))))")
  }

  @Test("of a wildcard leave the names of other hosts alone")
  func wildcard() {
    var wild = Self.host("x", ["/"], silent: ["/"])
    wild.pattern = .oneLabel(domain: "a.com")
    let expression = Self.expression([wild, Self.host("b.a.com", ["/"], silent: [])])
    #expect(
      expression == "!(request.host.matches('^.+\\\\.a\\\\.com(:[0-9]+)?$') && "
        + "!(request.host == 'b.a.com' || request.host.startsWith('b.a.com:')))")
  }
}
