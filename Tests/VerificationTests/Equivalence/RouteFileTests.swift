import Evidence
import GatewayReader
import Kubernetes
import Routing
import Testing
import Verification

/// Two files of Gateway API objects each, read as Istio reads them.
@Suite("routes files")
struct RouteFileTests {
  private static let gateway = """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: edge, namespace: shop}
    spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}

    """

  /// A file with a route for each list of rules.
  private static func file(_ routes: [String]...) -> String {
    gateway
      + routes.enumerated().map { index, rules in
        """
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: route-\(index), namespace: shop, creationTimestamp: "2024-01-01T00:00:0\(index)Z"}
        spec:
          parentRefs: [{name: edge}]
          hostnames: [a.test]
          rules: [\(rules.joined(separator: ", "))]

        """
      }.joined()
  }

  private static func rule(_ match: String, _ backends: String = "{name: web, port: 80}") -> String
  {
    "{matches: [{\(match)}], backendRefs: [\(backends)]}"
  }

  private static func to(_ service: String, _ weight: Int = 1) -> String {
    "{name: \(service), port: 80, weight: \(weight)}"
  }

  private static let prefix = "path: {type: PathPrefix, value: /api}"
  private static let exact = "path: {type: Exact, value: /api/v1}"
  private static let all = "path: {type: PathPrefix, value: /}"
  private static let headers = "headers: [{name: x-a, value: '1'}, {name: x-b, value: '2'}]"
  private static let headersBack = "headers: [{name: X-B, value: '2'}, {name: X-A, value: '1'}]"
  private static func regex(_ text: String) -> String {
    "path: {type: RegularExpression, value: '\(text)'}"
  }

  struct Files: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before: String
    var after: String
    /// The shortest request that is answered differently; nil where there is none.
    var target: String?
  }

  private static let files = [
    Files(
      testDescription: "rules in another order",
      before: file([rule(exact, to("one")), rule(prefix, to("two")), rule(all)]),
      after: file([rule(all), rule(prefix, to("two")), rule(exact, to("one"))])),
    Files(
      testDescription: "rules in two routes",
      before: file([rule(exact, to("one")), rule(prefix, to("two"))]),
      after: file([rule(prefix, to("two"))], [rule(exact, to("one"))])),
    Files(
      testDescription: "two matches in one rule",
      before: file([rule(exact), rule(prefix)]),
      after: file([
        "{matches: [{\(exact)}, {\(prefix)}], backendRefs: [{name: web, port: 80}]}"
      ])),
    Files(
      testDescription: "headers in another order",
      before: file([rule("\(all), \(headers)", to("one")), rule(all)]),
      after: file([rule(all), rule("\(all), \(headersBack)", to("one"))])),
    Files(
      testDescription: "weights of one and of fifty",
      before: file([rule(all, to("one") + ", " + to("two"))]),
      after: file([rule(all, to("two", 50) + ", " + to("one", 50))])),
    Files(
      testDescription: "a rule that others cover",
      before: file([rule(all), rule(prefix), rule(exact)]), after: file([rule(all)])),
    Files(
      testDescription: "an expression of another form",
      before: file([rule(regex("/a(b|c)"))]), after: file([rule(regex("/a[bc]"))])),
    Files(
      testDescription: "expressions for literal paths",
      before: file([rule(prefix), rule("path: {type: Exact, value: /cart}", to("one"))]),
      after: file([rule(regex("/api(/.*)?")), rule(regex("/cart"), to("one"))])),
    Files(
      testDescription: "one path of nine bytes",
      before: file([rule(regex("/shop/v[0-9]{2}"))]),
      after: file([rule(regex("/shop/v(0[0-9]|1[1-9]|[2-9][0-9])"))]), target: "/shop/v10"),
    Files(
      testDescription: "expressions that meet, the longer first",
      before: file([rule(regex("/a.*"), to("one")), rule(regex("/[a-b]+"), to("two"))]),
      after: file([rule(regex("/a.*"), to("one")), rule(regex("/[ab]*b"), to("two"))]),
      target: "/a"),
    Files(
      testDescription: "a prefix for all paths beside an expression",
      before: file([rule(regex("/a.*"), to("one"))]),
      after: file([rule(regex("/a.*"), to("one"))], [rule(all)]), target: "/"),
    Files(
      testDescription: "another weight",
      before: file([rule(all, to("one", 99) + ", " + to("two", 1))]),
      after: file([rule(all, to("one", 98) + ", " + to("two", 2))]), target: "/"),
    Files(
      testDescription: "a header less",
      before: file([rule("\(all), \(headers)", to("one")), rule(all)]),
      after: file([rule("\(all), headers: [{name: x-a, value: '1'}]", to("one")), rule(all)]),
      target: "/"),
    Files(
      testDescription: "an older route that takes the same path",
      before: file([rule(exact, to("one"))], [rule(exact, to("two"))]),
      after: file([rule(exact, to("two"))], [rule(exact, to("one"))]), target: "/api/v1"),
  ]

  @Test("are told apart where a request can tell them apart", arguments: files)
  func verdict(_ files: Files) throws {
    let comparison = Comparison(try site(files.before), try site(files.after))
    for verdict in comparison.verdicts() where verdict.host.name != Sites.name {
      #expect(verdict.differences.isEmpty)
    }
    let verdict = try #require(comparison.verdicts().first { $0.host.name == Sites.name })
    #expect(verdict.differences.first?.request.target == files.target)
    #expect(verdict.checks.isEmpty && verdict.uncovered.isEmpty)
  }

  private func site(_ text: String) throws -> Site {
    var importer = Importer(keeping: GatewayReader.keptKinds)
    importer.read(Array(text.utf8), file: "routes.yaml")
    let reading = GatewayReader.read(importer.cluster)
    #expect(!reading.findings.contains { $0.rule.effect == .unreadable })
    return reading.site
  }
}
