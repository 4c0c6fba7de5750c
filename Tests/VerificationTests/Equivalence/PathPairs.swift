import Routing

extension Pair {
  private static func route(_ path: PathMatch, to service: String = "web") -> Route {
    Sites.route(path, to: service)
  }

  /// Paths of different kinds, and rules in different orders.
  static let ofPaths: [Pair] = [
    Pair(
      "a prefix and its expression", [route(.prefix("/a"))], [route(.whole("/a(/.*)?"))], .equal),
    Pair("a prefix with a slash", [route(.prefix("/a/"))], [route(.prefix("/a"))], .equal),
    Pair("a path and its expression", [route(.exact("/a.b"))], [route(.whole("/a\\.b"))], .equal),
    Pair("all paths", [route(.prefix("/"))], [route(.whole("/.*"))], .equal),
    Pair("a text", [route(.text("/a"))], [route(.whole("/a.*"))], .equal),
    Pair(
      "two paths in one", [route(.exact("/a")), route(.exact("/a/"))], [route(.whole("/a/?"))],
      .equal),
    Pair(
      "a rule that another covers", [route(.prefix("/a")), route(.prefix("/"))],
      [route(.prefix("/"))], .equal),
    Pair(
      "a rule behind one for all", [route(.prefix("/")), route(.exact("/a"), to: "api")],
      [route(.prefix("/"))], .equal),
    Pair(
      "paths in another order", [route(.exact("/a"), to: "api"), route(.exact("/b"))],
      [route(.exact("/b")), route(.exact("/a"), to: "api")], .equal),
    Pair(
      "expressions that never meet in another order",
      [route(.whole("/a.*"), to: "api"), route(.whole("/b.*")), route(.prefix("/"), to: "x")],
      [route(.whole("/b.*")), route(.whole("/a.*"), to: "api"), route(.prefix("/"), to: "x")],
      .equal),
    Pair(
      "a rule in three parts",
      [route(.whole("/[a-c]")), route(.exact("/d")), route(.prefix("/"), to: "x")],
      [route(.whole("/[b-d]")), route(.exact("/a")), route(.prefix("/"), to: "x")], .equal),
    Pair("a path that nobody can send", [route(.exact("/a//b"))], [], .equal),
    Pair("no routes", [], [], .equal),

    Pair("a prefix and a text", [route(.prefix("/a"))], [route(.text("/a"))], .differs("/ax")),
    Pair("a path and a prefix", [route(.exact("/a"))], [route(.prefix("/a"))], .differs("/a/")),
    Pair("another letter", [route(.exact("/a"))], [route(.exact("/A"))], .differsAfter(2)),
    Pair("a path and none", [route(.exact("/a/b"))], [], .differs("/a/b")),
    Pair(
      "another Service", [route(.prefix("/a"))], [route(.prefix("/a"), to: "api")], .differs("/a")),
    Pair(
      "expressions that meet in another order",
      [route(.whole("/a.*")), route(.whole("/.*b"), to: "api")],
      [route(.whole("/.*b"), to: "api"), route(.whole("/a.*"))], .differs("/ab")),
    Pair(
      "one path of many",
      (1...300).map { route(.exact("/p\($0)")) },
      (1...300).filter { $0 != 217 }.map {
        route(.exact("/p\($0)"))
      }, .differs("/p217")),
    Pair(
      "one of many Services", (1...300).map { route(.prefix("/p\($0)"), to: "s\($0)") },
      (1...300).map { route(.prefix("/p\($0)"), to: $0 == 99 ? "s98" : "s\($0)") },
      .differs("/p99")),
  ].flatMap { [$0, $0.reversed] }

  /// What nginx and Envoy make of the same paths.
  static let ofProxies: [Pair] = [
    nginx("an expression from the start", .start("/a"), .whole("(?i)/a.*"), .equal),
    nginx("an expression to the end", .start("/a$"), .whole("(?i)/a"), .equal),
    nginx("an alternative without a start", .start("/a|b"), .whole("(?i)/a.*|.*b.*"), .equal),
    nginx("an alternative that has to start", .start("/(a|b)"), .whole("(?i)/(a|b).*"), .equal),
    nginx("a group", .start("/a(/|$)(.*)"), .whole("(?i)/a(/.*)?"), .equal),
    nginx("a prefix", .prefix("/a"), .prefix("/a"), .equal),
    nginx("letter case", .start("/a"), .whole("/a.*"), .differs("/A")),
    nginx("a lost tail", .start("/a"), .whole("(?i)/a"), .differs("/ax")),
    nginx("a prefix for an expression", .start("/a"), .prefix("/a"), .differsAfter(2)),
    nginx("a lost alternative", .start("/a|b"), .whole("(?i)/a.*|b.*"), .differsAfter(2)),
    nginx("a dot", .start("/a.b$"), .whole("(?i)/a\\.b"), .differsAfter(4)),
    nginx("a look-ahead", .start("/(?!b)a"), .whole("(?i)/a.*"), .checked),
    nginx("a look-ahead that matters", .start("/a(?!x)"), .whole("(?i)/a.*"), .differs("/ax")),
    nginx("a back-reference", .start("/(a)\\1$"), .whole("(?i)/aa"), .checked),
    nginx("a possessive quantifier", .start("/a++$"), .whole("(?i)/a+"), .checked),
  ]

  private static func nginx(
    _ name: String, _ before: PathMatch, _ after: PathMatch, _ expectation: Expectation
  ) -> Pair {
    Pair(
      name, before: Sites.nginx([route(before), route(.prefix("/"), to: "rest")]),
      after: Sites.envoy([route(after), route(.prefix("/"), to: "rest")]), expectation)
  }
}
