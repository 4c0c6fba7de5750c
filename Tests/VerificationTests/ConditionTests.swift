import Routing
import Testing
import Verification

/// What is told apart of requests beside their paths.
@Suite("conditions")
struct ConditionTests {
  private func verdict(_ before: Route, _ after: Route) throws -> HostVerdict {
    let comparison = Comparison(Sites.envoy([before]), Sites.envoy([after]))
    return try #require(comparison.verdicts().first { $0.host.name == Sites.name })
  }

  private func open(to ranges: [String]) -> Route {
    var route = Sites.route(.prefix("/"))
    let rule = AddressRule(allowed: ranges)
    route.behaviours = [.access(Access(addresses: rule))]
    return route
  }

  @Test(
    "tell ranges of addresses apart at their edges",
    arguments: [
      ("10.0.0.0/16", "10.0.0.0/24", "10.0.1.0"), ("10.0.0.0/24", "10.0.0.0/23", "10.0.1.0"),
      ("10.0.0.0/8", "10.0.0.1/8", nil),
      ("2001:db8::/32", "2001:db8::/33", "2001:db8:8000:0:0:0:0:0"),
      ("0.0.0.0/0", "128.0.0.0/1", "0.0.0.0"),
    ] as [(String, String, String?)])
  func addresses(_ before: String, _ after: String, _ client: String?) throws {
    let verdict = try verdict(open(to: [before]), open(to: [after]))
    #expect(verdict.differences.first?.request.clientAddress == client)
  }

  @Test("are only checked where a pattern over a header is irregular")
  func irregularHeader() throws {
    let route = Sites.route(.prefix("/"), when: [.header(name: "X-A", .found("a(?=b)"))])
    #expect(
      try verdict(route, route).checks.map(\.reason) == [
        "the values of x-a are told apart by samples"
      ])
    let regular = Sites.route(.prefix("/"), when: [.header(name: "X-A", .found("ab"))])
    #expect(try verdict(regular, regular).checks.isEmpty)
  }
}
