import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("EnvoyFilters")
struct PatchTests {
  private static let options: WriteOptions = {
    var options = WriteOptions()
    options.allowsEnvoyFilter = true
    return options
  }()

  private static let limit = RateLimit(
    perSecond: 5, perMinute: 0, burstMultiplier: 5, connections: 0, exempt: [], rateStatus: 503,
    connectionStatus: 503)

  /// A host whose routes all have these behaviours.
  private static func host(
    _ paths: [String], _ behaviours: Behaviour..., name: String = "a.com", ingress: String = "web"
  ) -> Host {
    var host = GatewayWriterTests.host(name, paths, ingress: ingress)
    for index in host.routes.indices { host.routes[index].behaviours = behaviours }
    return host
  }

  private static func patches(_ objects: [Emitted]) -> [Node] {
    objects.bodies("EnvoyFilter").flatMap { $0.items("spec", "configPatches") }
  }

  private static func names(_ objects: [Emitted]) -> [String] {
    patches(objects).compactMap {
      $0.text("match", "routeConfiguration", "vhost", "route", "name")
    }
  }

  @Test("are written only where they are allowed; without them the location is closed")
  func permission() {
    let site = site([Self.host(["/"], .rateLimit(Self.limit))])
    let closed = written(site)
    #expect(closed.objects.names("EnvoyFilter").isEmpty)
    #expect(closed.findings.contains { $0.rule.code == "rate-limit-lost" })
    let open = written(site, Self.options)
    #expect(open.objects.names("EnvoyFilter") == ["istio-ingress/ingress-rate-limits"])
    #expect(!open.findings.contains { $0.rule.code == "rate-limit-lost" })
    let rule = open.objects.bodies("HTTPRoute").first?.items("spec", "rules").first
    #expect(rule?.items("backendRefs").count == 1)
  }

  @Test("name each rule once, and no name stands for two")
  func names() {
    let hosts = ["a", "b"].flatMap { ingress in
      (0..<20).map { index in
        Self.host(
          ["/", "/x\(index)"], .rateLimit(Self.limit), name: "h\(index).com", ingress: ingress)
      }
    }
    let objects = written(site(hosts), Self.options).objects
    let names = Self.names(objects)
    #expect(Set(names).count == names.count && names.count == 42)
    let rules = objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    #expect(Set(rules.compactMap { $0.text("name") }) == Set(names))
    for route in objects.bodies("HTTPRoute") {
      let own = route.items("spec", "rules").compactMap { $0.text("name") }
      #expect(Set(own).count == own.count)
    }
    for name in names {
      #expect(name.utf8.count <= 253 && name.first?.isLetter == true)
      #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789.-".utf8.contains($0) })
    }
  }

  @Test("keep their names when another Ingress comes")
  func stability() {
    let own = Self.host(["/", "/api"], .rateLimit(Self.limit))
    let other = Self.host(["/"], .rateLimit(Self.limit), name: "b.com", ingress: "another")
    let alone = Set(Self.names(written(site([own]), Self.options).objects))
    let both = Set(Self.names(written(site([other, own]), Self.options).objects))
    #expect(alone.isSubset(of: both) && both.count == 3)
  }

  @Test("mean every rule of a canary")
  func canaries() {
    var host = Self.host(["/"], .rateLimit(Self.limit))
    let main = Backend(namespace: "shop", name: "web", port: 80)
    let next = Backend(namespace: "shop", name: "next", port: 80)
    host.routes[0].destination = .forward(
      Choice(
        branches: [
          Branch(conditions: [.header(name: "X-C", .exact("always"))], pool: Pool(next))
        ], otherwise: Pool(main)))
    let objects = written(site([host]), Self.options).objects
    #expect(Self.names(objects).count == 2)
    let rules = objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    #expect(rules.allSatisfy { $0.text("name") != nil } && rules.count == 2)
  }

  @Test("are for forwarding routes of Istio 1.30 and 1.31")
  func range() {
    let objects = written(site([Self.host(["/"], .rateLimit(Self.limit))]), Self.options).objects
    for patch in Self.patches(objects) {
      #expect(patch.text("match", "context") == "GATEWAY")
      #expect(patch.text("match", "proxy", "proxyVersion") == "^1\\.(30|31)\\.")
      let route = patch["match"]?["routeConfiguration"]?["vhost"]?["route"]
      #expect(route == nil || route?.text("action") == "ROUTE")
    }
    let filter = objects.bodies("EnvoyFilter").first?.items("spec", "targetRefs").first
    #expect(filter?.text("name") == "ingress" && filter?.text("kind") == "Gateway")
  }

  @Test("of many rules are several objects, and the filter is inserted once")
  func division() {
    let paths = (0..<450).map { "/p\($0)" }
    let objects = written(site([Self.host(paths, .rateLimit(Self.limit))]), Self.options).objects
    let names = ["", "-2", "-3"].map { "istio-ingress/ingress-rate-limits\($0)" }
    #expect(objects.names("EnvoyFilter") == names)
    let inserted = Self.patches(objects).filter { $0.text("applyTo") == "HTTP_FILTER" }
    #expect(inserted.count == 1 && inserted.first?["patch"]?["value"]?.text("disabled") == "true")
  }

  @Test(
    "count as nginx does: the burst and one more, with each rate in a bucket of its own",
    arguments: [
      (5, 0, 5, ["26 5 1s"]), (0, 60, 1, ["61 60 60s"]), (2, 30, 0, ["1 2 1s", "1 30 60s"]),
      (3, 0, -4, ["1 3 1s"]), (Int.max, 0, 2, ["4294967294 4294967294 1s"]),
    ])
  func buckets(_ second: Int, _ minute: Int, _ multiplier: Int, _ expected: [String]) {
    var limit = Self.limit
    (limit.perSecond, limit.perMinute, limit.burstMultiplier) = (second, minute, multiplier)
    let objects = written(site([Self.host(["/"], .rateLimit(limit))]), Self.options).objects
    let value = Self.patches(objects).last?["patch"]?["value"]?["typed_per_filter_config"]
    let config = value?["envoy.filters.http.local_ratelimit"]
    let buckets = config?.items("descriptors").map { descriptor in
      ["max_tokens", "tokens_per_fill", "fill_interval"].map {
        descriptor.text("token_bucket", $0) ?? ""
      }.joined(separator: " ")
    }
    #expect(buckets == expected)
  }

  @Test(
    "rewrite by the whole path, where RE2 and the target allow it",
    arguments: [
      ("/a/([0-9]+)/(.*)", "/v$1/$2", "/v\\1/\\2"), ("/a/([0-9]+)", "/${1}x", "/\\1x"),
      ("/a/(.)(.)", "/$10$3", "/\\10"), ("/a(.*)b", "/c\\d$1", "/c\\\\d\\1"),
      ("/a(?=b)(.*)", "/$1", nil), ("/a(.*)b", "/c?d=$1", nil), ("/a(.*)b", "/$host/$1", nil),
      ("/a(.*)b", "$1", nil),
    ] as [(String, String, String?)])
  func rewrites(_ pattern: String, _ target: String, _ replacement: String?) {
    var host = Self.host(["/"], .rewritePath(.captures(pattern: pattern, target: target)))
    host.routes[0].path = .pattern(PathPattern("/a", .start))
    let objects = written(site([host]), Self.options).objects
    let rewrite = Self.patches(objects).first?["patch"]?["value"]?["route"]?["regex_rewrite"]
    #expect(rewrite?.text("substitution") == replacement)
    let expression = replacement.map { _ in "(?is)^.*?(?:\(pattern)).*$" }
    #expect(rewrite?.text("pattern", "regex") == expression)
  }

  @Test(
    "ask services for just what nginx asks for; the provider stays as it is",
    arguments: [
      ("http://auth.ops.svc/check", "/check", "/check"),
      ("http://auth.ops.svc/check/", "/check/", "/check"),
      ("http://auth.ops.svc/check?role=a", "/check?role=a", "/check?role=a"),
      ("http://auth.ops.svc/", "/", nil), ("http://auth.ops.svc", nil, nil),
    ] as [(String, String?, String?)])
  func questions(_ url: String, _ path: String?, _ prefix: String?) throws {
    let service = ExternalAuthentication(url: url, responseHeaders: ["X-User"])
    let site = site([Self.host(["/"], .access(Access(external: service)))])
    var objects: [Emitted] = []
    let writing = write(site, options: Self.options) { objects.append($0) }
    let provider = writing.meshConfig?.items("extensionProviders").first?["envoyExtAuthzHttp"]
    #expect(provider?.text("pathPrefix") == prefix)
    let codes = Set(writing.findings.map(\.rule.code))
    #expect(codes.contains("external-auth-path-appended") == (path == nil))
    #expect(codes.contains("external-auth-differs"))
    let value = Self.patches(objects).first?["patch"]?["value"]?["typed_per_filter_config"]
    let http = value?["envoy.filters.http.ext_authz"]?["check_settings"]?["http_service"]
    #expect((http == nil) == (path == nil))
    guard let http else { return }
    #expect(http.text("path_override") == path && http["path_prefix"] == nil)
    #expect(
      http.text("server_uri", "cluster") == "outbound|80||auth.ops.svc.cluster.local")
    let headers = http["authorization_request"]?.items("headers_to_add") ?? []
    #expect(headers.contains { $0.text("key") == "x-original-url" })
    for header in headers {
      let name = header.text("key") ?? ""
      #expect(provider?.text("includeAdditionalHeadersInCheck", name) == header.text("value"))
    }
  }
}
