import GatewayAPI
import Routing
import Testing

@testable import GatewayWriter

@Suite("canary")
struct CanaryTests {
  private let main = Backend(namespace: "shop", name: "web", port: 80)
  private let next = Backend(namespace: "data", name: "next", port: 81)

  @Test("rules that lead where everybody goes are left out at the end")
  func pruning() {
    let choice = Choice(
      branches: [
        Branch(conditions: [.header(name: "X-C", .exact("always"))], pool: Pool(next)),
        Branch(conditions: [.header(name: "X-C", .exact("never"))], pool: Pool(main)),
      ], otherwise: Pool(main))
    #expect(rules(choice).map(\.matches.first?.headers.first?.value) == ["always", nil])
  }

  @Test("a header that no client can send has no rule")
  func impossibleHeader() {
    let branch = Branch(conditions: [.header(name: "X C", .exact("always"))], pool: Pool(next))
    #expect(rules(Choice(branches: [branch], otherwise: Pool(main))).count == 1)
  }

  @Test("a header name is looked up with dashes")
  func underscore() {
    let branch = Branch(conditions: [.header(name: "x_c", .exact("always"))], pool: Pool(next))
    let written = rules(Choice(branches: [branch], otherwise: Pool(main)))
    #expect(written.first?.matches.first?.headers.first?.name == "x-c")
  }

  @Test("a Service of another namespace is named with it")
  func otherNamespace() {
    let written = rules(Choice(otherwise: Pool([Share(main, weight: 3), Share(next, weight: 1)])))
    let references = written.first?.backends.map(\.reference)
    #expect(references?.map(\.namespace) == [nil, "data"])
    #expect(written.first?.backends.map(\.weight) == [3, 1])
  }

  @Test("a name in a cookie rule is literal")
  func cookieName() {
    #expect(
      cookieExpression("a.b", "always") == #"(?:.*[;,] *)?(?i:a\.b) *= *always(?:;.*)?"#)
  }

  private func rules(_ choice: Choice) -> [HTTPRoute.Rule] {
    let route = host("a.com", ["/"]).routes[0]
    return CanaryRules(route, WriteOptions())
      .rules(choice, HTTPRoute.Path(.pathPrefix, "/"), "shop", [])
  }
}
