import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("EnvoyFilters that ask who somebody is")
struct AuthenticationPatchTests {
  private static let options: WriteOptions = {
    var options = WriteOptions()
    options.allowsEnvoyFilter = true
    return options
  }()
  private static let inside = AddressRule(allowed: ["10.0.0.0/8"])
  private static let service = ExternalAuthentication(url: "http://auth.shop.svc/check")

  private static func access(
    _ users: [String]?, any: Bool = false, addresses: AddressRule = AddressRule(),
    external: ExternalAuthentication? = nil, scheme: Credentials.Scheme = .basic
  ) -> Access {
    Access(
      satisfiesAny: any, addresses: addresses,
      credentials: Credentials(scheme: scheme, realm: "", secret: "shop/users", users: users),
      external: external)
  }

  private static func host(_ access: Access, _ paths: [String] = ["/"]) -> Host {
    var host = GatewayWriterTests.host("a.com", paths)
    for index in host.routes.indices { host.routes[index].behaviours = [.access(access)] }
    return host
  }

  private static func users(_ objects: [Emitted]) -> String? {
    let patch = objects.bodies("EnvoyFilter").first?.items("spec", "configPatches").last
    let filters = patch?["patch"]?["value"]?["typed_per_filter_config"]
    return filters?["envoy.filters.http.basic_auth"]?.text("users", "inline_string")
  }

  @Test(
    "hold every user with a digest, and nobody else",
    arguments: [
      (["ann:{PLAIN}password"], "ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n"),
      (["ann:{PLAIN}a", "ann:{PLAIN}b"], "ann:{SHA}hvfkN/qlp/zhXR3cuerq6jd2Z7g=\n"),
      (["ann:{SHA}short", "bob:{PLAIN}password"], "bob:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\n"),
      ([], "# nobody\n"), (["ann:{SHA}short"], "# nobody\n"),
    ])
  func lines(_ users: [String], _ text: String) {
    let (objects, findings) = written(site([Self.host(Self.access(users))]), Self.options)
    #expect(Self.users(objects) == text)
    let rule = objects.bodies("HTTPRoute").first?.items("spec", "rules").first
    let removed = rule?.items("filters").first?["requestHeaderModifier"]?.items("remove")
    #expect(removed?.count == 1 && rule?.items("backendRefs").count == 1)
    let codes = Set(findings.map(\.rule.code))
    #expect(codes.isSuperset(of: ["basic-auth-differs", "password-hashes-readable"]))
  }

  @Test(
    "are not written where Envoy would let others in, or too few; the path is closed",
    arguments: [
      (access(nil), "shop/users is not in the input"),
      (access(["ann:{PLAIN}a", "bob:$apr1$x$secret", "cat:{SSHA}z"]), "password of bob"),
      (access(["ann:{PLAIN}a"], scheme: .digest), "digest"),
      (access(["ann:{PLAIN}a"], any: true, addresses: inside), "satisfy any"),
      (access(["ann:{PLAIN}a"], any: true, external: service), "satisfy any"),
    ])
  func closed(_ access: Access, _ reason: String) {
    let (objects, findings) = written(site([Self.host(access)]), Self.options)
    #expect(objects.names("EnvoyFilter").isEmpty)
    let lost = findings.filter { $0.rule.code == "authentication-lost" }
    #expect(lost.count == 1 && lost.allSatisfy { $0.message.contains(reason) })
    #expect(!"\(findings)".contains("secret"))
    let rule = objects.bodies("HTTPRoute").first?.items("spec", "rules").first
    #expect(rule?.items("backendRefs").isEmpty == true)
  }

  @Test("stand beside other checks where all have to pass")
  func together() {
    let both = Self.access(["ann:{PLAIN}a"], addresses: Self.inside, external: Self.service)
    let objects = written(site([Self.host(both)]), Self.options).objects
    // One asks for passwords, the other for the path of the service.
    #expect(objects.names("EnvoyFilter").count == 2)
    #expect(objects.names("AuthorizationPolicy").count == 2)
  }

  @Test("are not written without the option, and hold for every version of Istio")
  func permission() {
    let site = site([Self.host(Self.access(["ann:{PLAIN}a"]))])
    #expect(written(site).objects.names("EnvoyFilter").isEmpty)
    #expect(written(site).findings.contains { $0.rule.code == "authentication-lost" })
    for filter in written(site, Self.options).objects.bodies("EnvoyFilter") {
      let patches = filter.items("spec", "configPatches")
      #expect(patches.count == 2 && patches.allSatisfy { $0["match"]?["proxy"] == nil })
    }
  }

  @Test("close the path that gets the requests of a protected one that cannot be said")
  func lostPath() {
    var host = Self.host(Self.access(["ann:{PLAIN}a"]), ["/a", "/"])
    host.routes[0].path = .pattern(PathPattern("/a(?=b)", .start))
    host.routes[1].path = .pattern(PathPattern("/", .start))
    host.routes[1].behaviours = []
    let (objects, findings) = written(site([host]), Self.options)
    #expect(findings.contains { $0.rule.code == "authentication-lost" })
    let rules = objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    #expect(rules.allSatisfy { $0.items("backendRefs").isEmpty })
  }

  @Test("of long files are several objects")
  func division() {
    let users = (0..<4000).map { "user\($0):{PLAIN}a" }
    let host = Self.host(Self.access(users), ["/a", "/b", "/c", "/d"])
    let names = written(site([host]), Self.options).objects.names("EnvoyFilter")
    #expect(names == ["", "-2"].map { "istio-ingress/ingress-basic-auth\($0)" })
    let long = (0..<20_000).map { "user\($0):{PLAIN}a" }
    let (objects, findings) = written(site([Self.host(Self.access(long))]), Self.options)
    #expect(objects.names("EnvoyFilter").isEmpty)
    #expect(findings.contains { $0.message.contains("too many for one EnvoyFilter") })
  }

  private static func certified(_ subject: String, isOptional: Bool = false) -> Site {
    var host = GatewayWriterTests.host("a.com", ["/"])
    let check = ClientCertificateCheck(
      secret: "shop/ca", isOptional: isOptional, subject: subject)
    host.behaviours = [.clientCertificate(check)]
    return site([host], secrets: ["a.com": "shop/tls"])
  }

  @Test(
    "look for a subject on the host's own listener, which asks for certificates",
    arguments: [("CN=a", false), ("CN=(a|b)\\.c$", false), ("CN=a", true)])
  func subjects(_ subject: String, _ isOptional: Bool) {
    let (objects, findings) = written(
      Self.certified(subject, isOptional: isOptional), Self.options)
    let patch = objects.bodies("EnvoyFilter").first?.items("spec", "configPatches").first
    #expect(patch?["match"]?["listener"]?["filterChain"]?.text("sni") == "a.com")
    let matcher = patch?["patch"]?["value"]?["typed_config"]?["matcher"]?["matcher_list"]?
      .items("matchers").first?["predicate"]?["single_predicate"]?["value_match"]
    #expect(matcher?.text("safe_regex", "regex") == "(?s:.*)(?:\(subject))(?s:.*)")
    #expect(!findings.contains { $0.rule.code == "client-certificate-lost" })
    let listeners = objects.bodies("Gateway").first?.items("spec", "listeners") ?? []
    let mode = listeners.last?["tls"]?.text("options", "gateway.istio.io/tls-terminate-mode")
    #expect(mode == "MUTUAL")
    // Plain HTTP is refused.
    #expect(objects.names("AuthorizationPolicy").count == 1)
  }

  @Test(
    "of certificates that cannot be looked at close the host",
    arguments: [
      ("CN=a(?=b)", "RE2 knows no"), ("CN=a b", "something else"), ("CN=a{2}", "something else"),
      ("CN=a\\\\.b", "something else"), ("CN=\"a\"", "something else"),
    ])
  func unsayable(_ subject: String, _ reason: String) {
    let (objects, findings) = written(Self.certified(subject), Self.options)
    #expect(objects.names("EnvoyFilter").isEmpty)
    let lost = findings.filter { $0.rule.code == "client-certificate-lost" }
    #expect(!lost.isEmpty && lost.allSatisfy { $0.message.contains(reason) })
  }

  @Test("of certificates close the host without the option")
  func withoutOption() {
    let (objects, findings) = written(Self.certified("CN=a"))
    #expect(objects.names("EnvoyFilter").isEmpty)
    #expect(findings.contains { $0.rule.code == "client-certificate-lost" })
  }
}
