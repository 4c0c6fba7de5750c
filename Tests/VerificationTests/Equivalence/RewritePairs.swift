import Routing

extension Pair {
  private static let api = PathMatch.prefix("/api")

  private static func captures(_ pattern: String, _ target: String) -> PathRewrite {
    .captures(pattern: pattern, target: target)
  }

  /// Envoy's substitution of the whole path where an expression is found.
  private static func whole(_ pattern: String, _ text: String) -> PathRewrite {
    .substitution(pattern: "(?is)^.*?(?:\(pattern)).*$", replacement: text)
  }

  /// Rewrites that are written differently: the first of nginx, the second of Envoy.
  static let ofRewrites: [Pair] = [
    rewrite("the usual capture", api, captures("/api(/|$)(.*)", "/$2"), .prefix("/"), .equal),
    rewrite("a capture of all", api, captures("/api(.*)", "/v1$1"), .prefix("/v1"), .equal),
    rewrite("braces", api, captures("/api(/|$)(.*)", "/${2}"), .prefix("/"), .equal),
    rewrite("a capture that keeps the path", api, captures("(.*)", "$1"), .prefix("/api"), .equal),
    rewrite("no capture", api, captures("/api", "/new"), .full("/new"), .equal),
    rewrite("a prefix with a slash", api, .prefix("/v1/"), .prefix("/v1"), .equal),
    rewrite("an empty prefix", api, .prefix(""), .prefix("/"), .equal),
    rewrite("a prefix of one path", .exact("/api"), .full("/v1"), .prefix("/v1"), .equal),
    rewrite(
      "a full path of one path", .exact("/api"), captures("/api(.*)", "/v1$1"), .full("/v1"), .equal
    ),
    rewrite(
      "another group", api, captures("/api(/|$)(.*)", "/$1"), .prefix("/"), .differs("/api/")),
    rewrite(
      "a group as it stands", api, captures("/api(/|$)(.*)", "/$2"), .full("/$2"), .differs("/api")),
    rewrite("a full path", api, captures("/api(/|$)(.*)", "/$2"), .full("/"), .differs("/api/x")),
    rewrite(
      "a lost slash", api, captures("/api/?(.*)", "/v1$1"), .prefix("/v1"), .differs("/api/")),
    rewrite("another prefix", api, captures("/api(.*)", "/v1$1"), .prefix("/v2"), .differs("/api")),
    rewrite(
      "groups swapped", .prefix("/"), captures("/(.)/(.*)", "/$2/$1"), .prefix("/"),
      .differsAfter(3)),
    rewrite(
      "a pattern that is found in a part of the paths", api, captures("/api/(.*)", "/$1"),
      .prefix("/"),
      .differs("/api")),
    rewrite(
      "a substitution of the whole path", api, captures("/api/([0-9]+)/(.*)", "/v$1/${2}"),
      whole("/api/([0-9]+)/(.*)", #"/v\1/\2"#), .equal),
    rewrite(
      "a substitution with another group", api, captures("/api/([0-9]+)/(.*)", "/$1/$2"),
      whole("/api/([0-9]+)/(.*)", #"/\2/\1"#), .differs("/api/0/")),
    rewrite(
      "a substitution of another expression", api, captures("/api/([0-9]+)/(.*)", "/$1/$2"),
      whole("/api/([0-8]+)/(.*)", #"/\1/\2"#), .differs("/api/9/")),
    Pair(
      "a rewritten host",
      [Sites.route(api, .rewriteHost("x.test"))], [Sites.route(api, .rewriteHost("y.test"))],
      .differs("/api")),
    Pair(
      "no rewritten host", [Sites.route(api, .rewriteHost("x.test"))], [Sites.route(api)],
      .differs("/api")),
  ]

  private static func rewrite(
    _ name: String, _ path: PathMatch, _ before: PathRewrite, _ after: PathRewrite,
    _ expectation: Expectation
  ) -> Pair {
    Pair(
      name, before: Sites.nginx([Sites.route(path, .rewritePath(before))]),
      after: Sites.envoy([Sites.route(path, .rewritePath(after))]), expectation)
  }

  /// Copies and headers that are made of the path.
  static let ofCopies: [Pair] = [
    copy(
      "the same", mirror("http://h.test$request_uri"), mirror("http://h.test$request_uri"), .equal),
    copy("a fixed path", mirror("http://h.test/"), mirror("http://h.test/"), .equal),
    copy(
      "a fixed path for all", mirror("http://h.test/"), mirror("http://h.test$request_uri"),
      .differsAfter(2)),
    copy(
      "another host", mirror("http://h.test/"), mirror("http://i.test/", "i.test"), .differs("/")),
    copy("none", mirror("http://h.test/"), [], .differs("/")),
    copy("a prefix header", prefix("/p"), prefix("/p"), .equal),
    copy("a prefix header of groups", prefix("/$1"), prefix("/"), .differsAfter(2)),
  ]

  private static func mirror(_ target: String, _ host: String = "h.test") -> [Behaviour] {
    [.mirror(Mirror(target: target, host: host, copiesBody: true))]
  }

  private static func prefix(_ text: String) -> [Behaviour] {
    [.rewritePath(captures("/(.*)", "/$1")), .forwardedPrefix(text)]
  }

  private static func copy(
    _ name: String, _ before: [Behaviour], _ after: [Behaviour], _ expectation: Expectation
  ) -> Pair {
    let routes = [before, after].map { behaviours in
      var route = Sites.route(.prefix("/"))
      route.behaviours = behaviours
      return [route]
    }
    return Pair(
      "copies and headers: \(name)", before: Sites.nginx(routes[0]), after: Sites.nginx(routes[1]),
      expectation)
  }

  /// Redirects of Envoy.
  static let ofRedirects: [Pair] = [
    redirect("the same", RedirectParts(scheme: "https"), RedirectParts(scheme: "https"), .equal),
    redirect(
      "the path twice", RedirectParts(path: .prefix("/api")), RedirectParts(), .equal),
    redirect(
      "the port of the scheme", RedirectParts(scheme: "https", port: .number(443)),
      RedirectParts(scheme: "https"), .equal),
    redirect("another scheme", RedirectParts(scheme: "https"), RedirectParts(), .differs("/api")),
    redirect(
      "another host", RedirectParts(host: "x.test"), RedirectParts(host: "y.test"), .differs("/api")
    ),
    redirect(
      "another port", RedirectParts(port: .number(8443)), RedirectParts(port: .number(8444)),
      .differs("/api")),
    redirect(
      "a prefix and a full path", RedirectParts(path: .prefix("/x")),
      RedirectParts(path: .full("/x")),
      .differs("/api/")),
    redirect(
      // The path of `/api?q=/` is shorter than `/api/`.
      "a final slash", RedirectParts(dropsFinalSlash: true), RedirectParts(), .differs("/api?q=/")),
    redirect("a query", RedirectParts(keepsQuery: false), RedirectParts(), .differsAfter(8)),
    redirect("another status", RedirectParts(), RedirectParts(), status: 308, .differs("/api")),
  ]

  private static func redirect(
    _ name: String, _ before: RedirectParts, _ after: RedirectParts, status: Int = 301,
    _ expectation: Expectation
  ) -> Pair {
    let parts = [(before, 301), (after, status)].map { parts, status in
      [Route(path: api, destination: .redirect(Redirect(status: status, target: .parts(parts))))]
    }
    return Pair("redirects with \(name)", parts[0], parts[1], expectation)
  }
}
