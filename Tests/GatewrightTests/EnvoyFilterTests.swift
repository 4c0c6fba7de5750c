import Evidence
import Gatewright
import Testing

@Suite("EnvoyFilters, from Ingresses to answers")
struct EnvoyFilterTests {
  private static func input(_ annotations: [String: String], path: String = "/") -> Input {
    let lines = annotations.sorted { $0.key < $1.key }.map {
      "    nginx.ingress.kubernetes.io/\($0.key): \"\($0.value)\"\n"
    }
    return Input(
      name: "input.yaml",
      text: """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          namespace: shop
          annotations:
        \(lines.joined())spec:
          ingressClassName: nginx
          rules:
          - host: a.test
            http:
              paths:
              - path: \(path)
                pathType: ImplementationSpecific
                backend: {service: {name: web, port: {number: 80}}}
        ---
        \(Shop.services)
        """)
  }

  private static let options: MigrationOptions = {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    return options
  }()

  @Test(
    "prove a rewrite by captures equal",
    arguments: [
      ("/api/v([0-9]+)/(.*)", "/v$1/$2"), ("/(a|b)/([^/]+)/x", "/$2/$1"),
      ("/files/(.+)[.]txt", "/text/$1"),
    ])
  func rewrites(_ path: String, _ target: String) {
    let input = Self.input(["rewrite-target": target], path: path)
    let report = verify([input], options: Self.options)
    #expect(report.unexplained.isEmpty)
    let host = report.hosts.first { $0.host == "a.test" }
    #expect(host?.doubts.isEmpty == true && host?.verdict != .checked)
    #expect(host?.differences.contains { $0.aspects.contains("upstream path") } == false)
  }

  @Test(
    "say what is lost without them",
    arguments: [
      (["limit-rps": "5"], "rate-limits", "rate-limit-lost"),
      (
        ["limit-rps": "5", "limit-rpm": "9", "limit-allowlist": "10.0.0.0/8"], "rate-limits",
        "rate-limit-lost"
      ),
      (["proxy-body-size": "2k"], "body-limits", "body-limit-lost"),
      (["proxy-read-timeout": "90"], "idle-timeouts", "annotation-not-carried-over"),
      (["proxy-next-upstream": "off"], "retries", "annotation-not-carried-over"),
      (["proxy-next-upstream-tries": "5"], "retries", "annotation-not-carried-over"),
    ])
  func said(_ annotations: [String: String], _ name: String, _ code: String) {
    let input = Self.input(annotations)
    let without = migrate([input])
    #expect(without.report.groups.contains { $0.rule.code == code })
    #expect(!without.manifests.contains { $0.reference.kind == "EnvoyFilter" })
    let with = migrate([input], options: Self.options)
    let filters = with.manifests.filter { $0.reference.kind == "EnvoyFilter" }
    #expect(filters.map(\.reference.name) == ["ingress-\(name)"])
    let codes = Set(with.report.groups.map(\.rule.code))
    #expect(!codes.contains(code) && codes.contains("envoy-filter-used"))
    #expect(with.report.verification?.unexplained.isEmpty == true)
    #expect(with.report.steps.contains { $0.title.contains("EnvoyFilters") })
  }

  @Test("also hold where a snippet answers some of the location's paths")
  func besideSnippets() {
    let input = Self.input(
      ["limit-rps": "5", "configuration-snippet": "rewrite ^/old$ /new permanent;"])
    let allowing = Input(
      name: "allowing.yaml",
      text: """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
        data: {allow-snippet-annotations: "true", annotations-risk-level: Critical}
        """)
    let migration = migrate([input, allowing], options: Self.options)
    let filter = migration.manifests.first { $0.reference.kind == "EnvoyFilter" }
    let route = migration.manifests.first { $0.reference.kind == "HTTPRoute" }
    #expect(filter?.reference.name == "ingress-rate-limits")
    let rules = route?.yaml.matches(of: /- name: (shop\.web\.\S+)\n/).map { String($0.1) } ?? []
    #expect(rules.contains { filter?.yaml.contains("name: \($0)\n") ?? false }, "\(rules)")
    #expect(migration.report.verification?.unexplained.isEmpty == true)
  }

  @Test(
    "ask for the path of auth-url, which is proved, and for its query, which else closes the path",
    arguments: [("/check", false), ("/check?role=user", false), ("/check", true)])
  func questions(_ path: String, _ isSecond: Bool) {
    // Beside a path, nginx and the gateway ask before they answer 404, the gateway by its provider.
    let input = Self.input(
      ["auth-url": "http://auth.ops.svc\(path)", "auth-response-headers": "X-User"],
      path: isSecond ? "/shop" : "/")
    let aspects = { (options: MigrationOptions) in
      let report = verify([input], options: options)
      #expect(report.unexplained.isEmpty)
      return Set(report.hosts.flatMap(\.differences).flatMap(\.aspects))
    }
    let codes = Set(migrate([input], options: Self.options).report.groups.map(\.rule.code))
    #expect(codes.isSuperset(of: ["external-auth-differs", "envoy-filter-used"]))
    #expect(!codes.contains("external-auth-path-appended"))
    #expect(aspects(Self.options).contains("authentication request") == isSecond)
    let hasQuery = path.contains("?")
    #expect(aspects(MigrationOptions()).contains("authentication request") == !hasQuery)
    let without = Set(migrate([input]).report.groups.map(\.rule.code))
    #expect(without.contains("external-auth-path-appended") == !hasQuery)
    #expect(without.contains("external-authentication-lost") == hasQuery)
  }

  @Test("still close what they cannot say")
  func closed() {
    let input = Self.input(["limit-connections": "5", "limit-rps": "5"])
    let codes = Set(migrate([input], options: Self.options).report.groups.map(\.rule.code))
    #expect(codes.contains("connection-limit-lost"))
  }

  @Test("give no time limit where ingress-nginx gives no time at all")
  func noTime() {
    let input = Self.input(["proxy-read-timeout": "0"])
    let migration = migrate([input], options: Self.options)
    #expect(!migration.manifests.contains { $0.reference.kind == "EnvoyFilter" })
    #expect(migration.report.groups.contains { $0.rule.code == "annotation-not-carried-over" })
  }

  @Test(
    "are shown by explain, for the user's manifests or for an example",
    arguments: [
      ("rate-limit-lost", ["rate-limits"]), ("limit-burst-multiplier", ["rate-limits"]),
      ("nginx.ingress.kubernetes.io/limit-allowlist", ["rate-limits"]),
      ("body-limit-lost", ["body-limits"]), ("proxy-body-size", ["body-limits"]),
      ("proxy-send-timeout", ["idle-timeouts"]), ("proxy-next-upstream-tries", ["retries"]),
      ("rewrite-target", ["rewrites"]), ("authentication-lost", ["basic-auth"]),
      ("auth-secret", ["basic-auth"]), ("password-hashes-readable", ["basic-auth"]),
      ("client-certificate-lost", ["client-subjects"]), ("auth-tls-match-cn", ["client-subjects"]),
      (
        "annotation-not-carried-over",
        [
          "rewrites", "rate-limits", "basic-auth", "client-subjects", "body-limits",
          "idle-timeouts", "retries", "answers", "sign-ins", "error-pages",
          "auth-paths",
        ]
      ),
      ("proxy-redirect-to", ["answers"]), ("auth-signin", ["sign-ins"]),
      ("custom-http-errors", ["error-pages"]), ("error-pages-by-script", ["error-pages"]),
      ("auth-url", ["auth-paths"]), ("external-auth-path-appended", ["auth-paths"]),
      ("external-authentication-lost", ["auth-paths"]),
    ])
  func explained(_ word: String, _ suffixes: [String]) {
    let filters = explain(word)?.envoyFilters
    #expect(filters?.isExample == true)
    #expect(filters?.manifests.map(\.reference.name) == suffixes.map { "ingress-\($0)" })
    var options = Self.options
    options.gateway.name = "edge"
    let own = Self.input(["limit-rps": "7"])
    let shown = explain(word, in: [own], options: options)?.envoyFilters
    #expect(shown?.isExample == false)
    #expect(
      shown?.manifests.map(\.reference.name)
        == suffixes.filter { $0 == "rate-limits" }.map { "edge-\($0)" })
    let written = migrate([own], options: options).manifests
    for manifest in shown?.manifests ?? [] { #expect(written.contains(manifest)) }
  }

  @Test(
    "are not shown for what they never say", arguments: ["use-regex", "server-alias", "gzip-level"])
  func unexplained(_ word: String) {
    #expect(explain(word)?.envoyFilters == nil)
  }
}
