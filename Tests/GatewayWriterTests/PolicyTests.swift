import Evidence
import GatewayWriter
import Routing
import Testing
import YAMLText

@Suite("policies")
struct PolicyTests {
  private static let office = Behaviour.access(
    Access(addresses: AddressRule(allowed: ["10.0.0.0/8"])))

  private func guarded(_ host: Host, _ behaviour: Behaviour = office, at paths: [Int]) -> Host {
    var host = host
    for index in paths { host.routes[index].behaviours.append(behaviour) }
    return host
  }

  private func operations(_ policy: Node?) -> [Node] {
    policy?.items("spec", "rules").flatMap { $0.items("to") }.compactMap { $0["operation"] } ?? []
  }

  private func texts(_ node: Node?, _ key: String) -> [String] {
    node?.items(key).compactMap { $0.text() } ?? []
  }

  @Test("keep out clients that no list names, on hosts with any port")
  func addresses() throws {
    let objects = written(site([guarded(host("a.test", ["/"]), at: [0])])).objects
    let policy = try #require(objects.bodies("AuthorizationPolicy").first)
    #expect(policy.text("metadata", "namespace") == "istio-ingress")
    #expect(policy.text("metadata", "name") == "shop-web-addresses")
    #expect(policy.text("spec", "action") == "DENY")
    #expect(policy.items("spec", "targetRefs").first?.text("name") == "ingress")
    let source = policy.items("spec", "rules").first?.items("from").first?["source"]
    #expect(texts(source, "notRemoteIpBlocks") == ["10.0.0.0/8"])
    #expect(texts(operations(policy).first, "hosts") == ["a.test", "a.test:*"])
    #expect(operations(policy).first?["paths"] == nil)
  }

  @Test("ask the deny list and the allow list, each in a rule of its own")
  func bothLists() {
    let rule = AddressRule(denied: ["10.0.0.7"], allowed: ["10.0.0.0/8"])
    let host = guarded(host("a.test", ["/"]), .access(Access(addresses: rule)), at: [0])
    let rules = written(site([host])).objects.bodies("AuthorizationPolicy").first?
      .items("spec", "rules")
    let sources = rules?.compactMap { $0.items("from").first?["source"] } ?? []
    #expect(sources.map { texts($0, "remoteIpBlocks") } == [["10.0.0.7"], []])
    #expect(sources.map { texts($0, "notRemoteIpBlocks") } == [[], ["10.0.0.0/8"]])
  }

  @Test(
    "of hosts with a star leave out all other names, and close where that cannot be",
    arguments: [(["a.test"], 1), ([], 1), (["a.test", "*.b.test"], 0)])
  func wildcards(_ others: [String], _ count: Int) {
    var hosts = others.filter { !$0.hasPrefix("*") }.map { host($0, ["/"]) }
    for name in ["*.w.test"] + others.filter({ $0.hasPrefix("*") }) {
      var open = host(name, ["/"], ingress: "wild")
      open.pattern = .oneLabel(domain: String(name.dropFirst(2)))
      hosts.append(name == "*.w.test" ? guarded(open, at: [0]) : open)
    }
    let (objects, findings) = written(site(hosts))
    let policies = objects.bodies("AuthorizationPolicy")
    #expect(policies.count == count)
    #expect(findings.contains { $0.rule.code == "address-list-lost" } == (count == 0))
    guard count == 1 else { return }
    let names = others.flatMap { [$0, "\($0):*"] }
    #expect(texts(operations(policies.first).first, "notHosts") == names)
  }

  @Test("leave the plain side out where it only redirects")
  func redirected() {
    var host = guarded(host("a.test", ["/"]), at: [0])
    let parts = RedirectParts(scheme: "https")
    host.routes[0].behaviours.insert(
      .secureRedirect(Redirect(status: 308, target: .parts(parts))), at: 0)
    let objects = written(site([host], secrets: ["a.test": "shop/tls"])).objects
    let operation = operations(objects.bodies("AuthorizationPolicy").first).first
    #expect(texts(operation, "notPorts") == ["80"])
  }

  @Test("close a location that asks for what cannot be said, twice over")
  func closed() {
    let limit = RateLimit(
      perSecond: 1, perMinute: 0, burstMultiplier: 5, connections: 0, exempt: [], rateStatus: 503,
      connectionStatus: 503)
    let host = guarded(host("a.test", ["/a", "/"]), .rateLimit(limit), at: [0])
    let objects = written(site([host])).objects
    let policy = objects.bodies("AuthorizationPolicy").first
    #expect(policy.map { $0.items("spec", "rules").contains { $0["from"] != nil } } == false)
    #expect(texts(operations(policy).first, "paths").prefix(2) == ["/a", "/a/*"])
    let rules = objects.bodies("HTTPRoute").flatMap { $0.items("spec", "rules") }
    #expect(rules.map { $0["backendRefs"] == nil } == [true, false])
  }

  @Test("have names that no other Ingress changes, and stay apart for all")
  func names() {
    let names = [("web", "a-b"), ("b-web", "a"), ("web", "a"), ("web-addresses", "a")]
    let hosts = names.enumerated().map { index, name in
      guarded(host("h\(index).test", ["/"], ingress: name.0, namespace: name.1), at: [0])
    }
    let all = Set(written(site(hosts)).objects.names("AuthorizationPolicy"))
    #expect(all.count == names.count)
    for host in hosts {
      #expect(all.isSuperset(of: written(site([host])).objects.names("AuthorizationPolicy")))
    }
  }

  @Test("spare TLS that is passed on, of which Istio sees no host")
  func passthrough() {
    var site = site([guarded(host("a.test", ["/"]), at: [0])])
    let backend = Backend(namespace: "shop", name: "db", port: 443)
    site.listeners.append(
      Listener(
        name: "db", port: 443, transport: .passthrough(backend),
        serverName: .exact("db.test"), hosts: []))
    let policy = written(site).objects.bodies("AuthorizationPolicy").first
    let conditions = policy?.items("spec", "rules").first?.items("when") ?? []
    #expect(conditions.map { $0.text("key") } == ["connection.sni"])
    #expect(texts(conditions.first, "notValues") == ["db.test"])
  }

  @Test("are in each Gateway's own namespace")
  func perNamespace() {
    var options = WriteOptions()
    options.usesGatewayPerNamespace = true
    let hosts = ["one", "two"].map {
      guarded(host("\($0).test", ["/"], namespace: $0), at: [0])
    }
    let names = written(site(hosts), options).objects.names("AuthorizationPolicy")
    #expect(names == ["one/one-web-addresses", "two/two-web-addresses"])
  }

  @Test("ask a provider that MeshConfig describes")
  func service() throws {
    let service = ExternalAuthentication(
      url: "http://auth.ops.svc/check", responseHeaders: ["X-User"])
    let site = site([
      guarded(host("a.test", ["/"]), .access(Access(external: service)), at: [0])
    ])
    var policies: [Node] = []
    let writing = write(site, options: WriteOptions()) { object in
      if object.reference.kind == "AuthorizationPolicy" { policies.append(object.body) }
    }
    let provider = try #require(writing.meshConfig?.items("extensionProviders").first)
    #expect(policies.first?.text("spec", "action") == "CUSTOM")
    #expect(policies.first?.text("spec", "provider", "name") == provider.text("name"))
    let http = provider["envoyExtAuthzHttp"]
    #expect(http?.text("service") == "auth.ops.svc.cluster.local")
    #expect(http?.text("failOpen") == "false")
    #expect(http?.text("pathPrefix") == "/check")
    #expect(texts(http, "headersToUpstreamOnAllow") == ["x-user"])
    let forwarded = texts(http, "includeRequestHeadersInCheck")
    #expect(forwarded.contains("cookie"))
    #expect(!forwarded.contains { $0.hasPrefix("x-original") || $0.contains("*") })
    #expect(writing.steps.contains { $0.title.contains("extensionProviders") })
  }
}
