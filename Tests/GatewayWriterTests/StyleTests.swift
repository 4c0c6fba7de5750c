import Evidence
import Routing
import Testing

@testable import GatewayWriter

@Suite("style")
struct StyleTests {
  @Test(
    "an expression with a rewrite becomes the path that it means",
    arguments: [
      ("/shop(/|$)(.*)", "/$2", PathMatch.prefix("/shop"), PathRewrite.prefix("/")),
      ("/shop(/|$)(.*)$", "/$2", .prefix("/shop"), .prefix("/")),
      ("/shop(/|$)(.*)", "/v1/$2", .prefix("/shop"), .prefix("/v1")),
      ("/shop(?:/|$)(.*)", "/$1", .prefix("/shop"), .prefix("/")),
      ("/shop/?(.*)", "/$1", .prefix("/shop"), .prefix("/")),
      ("/shop/(.*)", "/$1", .prefix("/shop"), .prefix("/")),
      ("/api/(.*)", "/v1/$1", .prefix("/api"), .prefix("/v1")),
      ("/shop(/.*)?", "$1", .prefix("/shop"), .prefix("/")),
      ("/shop(.*)", "/$1", .prefix("/shop"), .prefix("/")),
      ("/(.*)", "/$1", .prefix("/"), .prefix("/")),
      ("/()(.*)", "/$2", .prefix("/"), .prefix("/")),
      ("/(.*)", "/app/$1", .prefix("/"), .prefix("/app")),
      ("/shop/(.*)", "/shop/$1", .prefix("/shop"), .prefix("/shop")),
      ("/(shop/.*)", "/$1", .prefix("/shop"), .prefix("/shop")),
      ("/shop(/|$)(.*)", "/index.html", .prefix("/shop"), .full("/index.html")),
    ])
  func rewrites(
    _ path: String, _ target: String, _ meant: PathMatch, _ rewrite: PathRewrite
  ) throws {
    let shape = try #require(PathShape(location(path, target: target)))
    #expect(shape.path == meant)
    #expect(shape.rewrite == rewrite)
  }

  @Test(
    "a plain path with a rewrite keeps its type",
    arguments: [
      (PathMatch.prefix("/shop"), "/", PathMatch.prefix("/shop"), PathRewrite.prefix("/")),
      (.prefix("/shop/"), "/", .prefix("/shop"), .prefix("/")),
      (.prefix("/shop"), "/$1", .prefix("/shop"), .prefix("/")),
      (.prefix("/shop"), "/shop", .prefix("/shop"), .prefix("/shop")),
      (.prefix("/shop"), "/store", .prefix("/shop"), .full("/store")),
      (.exact("/shop"), "/", .exact("/shop"), .full("/")),
      (.exact("/v1.0"), "/a", .exact("/v1.0"), .full("/a")),
    ])
  func literals(
    _ written: PathMatch, _ target: String, _ meant: PathMatch, _ rewrite: PathRewrite
  ) throws {
    let shape = try #require(PathShape(location(written.text, written: written, target: target)))
    #expect(shape.path == meant)
    #expect(shape.rewrite == rewrite)
  }

  @Test(
    "an expression that is one keeps its rewrite and takes its shortest form",
    arguments: [
      ("/users/[0-9]+", "(?i)/users/[0-9]+.*"), ("/users/[0-9]+$", "(?i)/users/[0-9]+"),
      ("/[0-9]+/.*", "/[0-9]+/.*"), ("/[a-z]+/(.*)", "(?i)/[a-z]+/(.*)"),
      (#"/\d+\.$"#, #"/\d+\."#), (#"/[0-9]\$"#, #"/[0-9]\$.*"#), ("/a|/b", "(?i)(?:/a|/b).*"),
    ])
  func expressions(_ path: String, _ form: String) throws {
    let shape = try #require(PathShape(location(path, target: "/x/$1")))
    #expect(shape.path == .pattern(PathPattern(form, .whole)))
    #expect(shape.rewrite == nil)
  }

  @Test("beginnings meet where one begins with the other")
  func meetings() {
    var meetings = Meetings()
    meetings.insert("/api/v", 3)
    meetings.insert("/img", 5)
    #expect(meetings.largest(meeting: "/api") == 3)
    #expect(meetings.largest(meeting: "/api/v2/x") == 3)
    #expect(meetings.largest(meeting: "/") == 5)
    #expect(!meetings.meets("/about"))
  }

  @Test("a prefix that would hide an expression becomes one; others stay prefixes")
  func mixed() {
    let routes = [
      location("/users/[0-9]+", target: nil), location("/users", written: .prefix("/users")),
      location("/img", written: .prefix("/img")), location("/", written: .prefix("/")),
    ]
    #expect(
      paths(routes) == [
        .prefix("/img"), .pattern(PathPattern("(?i)/users/[0-9]+.*", .whole)),
        .pattern(PathPattern("/users(/.*)?", .whole)), .pattern(PathPattern("/.*", .whole)),
      ])
  }

  @Test("a host keeps its form where a request would get past a protection")
  func protection() {
    var guarded = location("/admin", written: .prefix("/admin"))
    let list = AddressRule(allowed: ["10.0.0.0/8"])
    guarded.behaviours = [.access(Access(addresses: list))]
    let open = location("/", written: .prefix("/"))
    #expect(paths([guarded, open]) == [guarded.path, open.path])
    var both = open
    both.behaviours = guarded.behaviours
    #expect(paths([guarded, both]) == [.prefix("/admin"), .prefix("/")])
    #expect(paths([guarded]) == [.prefix("/admin")])
  }

  @Test("a host keeps its form where two paths would be one")
  func collision() {
    let routes = [location("/a(/|$)(.*)", target: nil), location("/a", written: .prefix("/a"))]
    let styled = styled(routes)
    #expect(styled.host.routes == routes)
    #expect(styled.findings.map(\.rule) == [.styleNotApplied])
  }

  private func paths(_ routes: [Route]) -> [PathMatch] { styled(routes).host.routes.map(\.path) }

  private func styled(_ routes: [Route]) -> IdiomaticHost {
    IdiomaticHost(Host(pattern: .exact("a.test"), routes: routes), Settings())
  }

  /// A location of a host in regex mode.
  private func location(
    _ path: String, written: PathMatch? = nil, target: String? = nil
  ) -> Route {
    var route = Route(
      path: .pattern(PathPattern(path, .start)),
      destination: .forward(
        Choice(otherwise: Pool(Backend(namespace: "shop", name: "web", port: 80)))),
      origin: Origin(
        object: ObjectReference(kind: "Ingress", namespace: "shop", name: "web"), part: path))
    route.written = written ?? .prefix(path)
    if let target { route.behaviours = [.rewritePath(.captures(pattern: path, target: target))] }
    return route
  }
}
