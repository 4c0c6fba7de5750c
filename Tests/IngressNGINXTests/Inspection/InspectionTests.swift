import Evidence
import IngressNGINX
import Kubernetes
import Testing

@Suite("the configuration that is shown")
struct InspectionTests {
  private func settings(_ server: ServerInspection?) -> [String] {
    (server?.settings ?? []).map { "\($0.key)=\($0.value) \(owner($0.source))" }
  }

  private func owner(_ source: SettingInForce.Source) -> String {
    switch source {
    case .annotation(let owner, _): owner.name
    case .configMap: "ConfigMap"
    case .defaults: "default"
    }
  }

  private func server(_ cluster: Cluster, _ host: String = "a.example.com") -> ServerInspection? {
    inspect(cluster).inspection.servers.first { $0.host == host }
  }

  @Test("settings of a server are the first Ingress's that says something")
  func serverSettings() {
    let first = sample(
      "first", annotations: prefixed(["ssl-ciphers": "A", "ssl-passthrough": "true"]), path: "/1")
    let second = sample(
      "second",
      annotations: prefixed([
        "ssl-ciphers": "B", "ssl-prefer-server-ciphers": "false", "server-alias": "b.example.com",
        "from-to-www-redirect": "true", "app-root": "/app", "use-regex": "true",
        "ssl-passthrough": "true", "server-snippet": "return 418;",
      ]), path: "/2")
    let cluster = Cluster(first, second).with([
      "annotations-risk-level": "Critical", "allow-snippet-annotations": "true",
    ])
    // Without times the order of the input stands for age.
    #expect(
      settings(server(cluster)) == [
        "app-root=/app second", "from-to-www-redirect=true second",
        "server-alias=b.example.com second", "server-snippet=return 418; second",
        "ssl-ciphers=A first", "ssl-passthrough=true first",
        "ssl-prefer-server-ciphers=false second", "use-regex=true second",
      ])
    #expect(server(cluster)?.isRegexMode == true)
    #expect(server(cluster)?.aliases == ["b.example.com"])
  }

  @Test("certificates of clients and towards backends count for the server, from canaries, too")
  func certificates() {
    let canary = sample(
      "canary",
      annotations: prefixed([
        "canary": "true", "auth-tls-secret": "shop/ca", "auth-tls-verify-depth": "2",
        "proxy-ssl-secret": "shop/ca", "proxy-ssl-verify": "on",
      ]))
    let cluster = Cluster(sample("a"), canary).with(secrets: [("ca", ["ca.crt"])])
    #expect(
      settings(server(cluster)) == [
        "auth-tls-secret=shop/ca canary", "auth-tls-verify-depth=2 canary",
        "proxy-ssl-secret=shop/ca canary", "proxy-ssl-verify=on canary",
      ])
    let local = cluster.with(["proxy-ssl-location-only": "true"])
    #expect(settings(server(local)).contains { $0.hasPrefix("proxy-ssl") } == false)
  }

  @Test(
    "a setting of a location is the annotation's, the ConfigMap's or the default",
    arguments: [
      ([:], [:], "1m default"), ([:], ["proxy-body-size": "2m"], "2m ConfigMap"),
      (["proxy-body-size": "3m"], ["proxy-body-size": "2m"], "3m web"),
      (["proxy-body-size": "nonsense"], ["proxy-body-size": "2m"], "2m ConfigMap"),
    ] as [([String: String], [String: String], String)])
  func sources(_ annotations: [String: String], _ controller: [String: String], _ shown: String) {
    let cluster = Cluster(sample(annotations: prefixed(annotations))).with(controller)
    let setting = server(cluster)?.locations.first?.settings.first { $0.key == "proxy-body-size" }
    #expect(setting.map { "\($0.value) \(owner($0.source))" } == shown)
  }

  @Test("a catch-all knows no redirects and rewrites")
  func catchAll() {
    var ingress = sample(
      annotations: prefixed(["permanent-redirect": "https://b.test", "proxy-body-size": "3m"]))
    ingress.rules = []
    ingress.defaultBackend = .service(name: "web", port: .number(80))
    let location = server(Cluster(ingress), "_")?.locations.first
    #expect(location?.upstream == "shop-web-80")
    let keys = Set((location?.settings ?? []).map(\.key))
    #expect(keys.contains("proxy-body-size"))
    #expect(keys.isDisjoint(with: ["permanent-redirect", "ssl-redirect", "rewrite-target"]))
  }

  @Test("redirects, certificates and states are told")
  func others() {
    var ingress = sample(
      annotations: prefixed(["from-to-www-redirect": "true", "denylist-source-range": "x"]))
    ingress.tls = [IngressTLS(hosts: ["a.example.com"], secretName: "tls")]
    let other = sample("other", className: "traefik", host: "b.example.com")
    let dropped = sample("risky", annotations: prefixed(["server-snippet": "x"]))
    let inspection = inspect(Cluster(ingress, other, dropped)).inspection
    #expect(
      inspection.redirects.map { "\($0.from) \($0.to) \($0.owner.name)" } == [
        "www.a.example.com a.example.com web"
      ])
    #expect(server(Cluster(ingress))?.certificate == "shop/tls")
    let states = inspection.ingresses.sorted { $0.reference.name < $1.reference.name }
    #expect(states.map(\.state) == [.ignored, .dropped, .denied])
    #expect(states.map { $0.reason != nil } == [true, true, true])
    #expect(inspection.servers.first { $0.host == "a.example.com" }?.locations.first?.denial != nil)
    let secrets = Cluster(ingress).with(secrets: [("other", ["tls.crt"])])
    #expect(server(secrets)?.certificate == "default")
  }

  @Test("paths stand as the configuration has them, between quotes")
  func quoted() {
    let cluster = Cluster(sample(annotations: prefixed(["use-regex": "true"]), path: "/\\d\"x"))
    #expect(server(cluster)?.locations.first?.match == "^/\\\\d\\\"x")
    #expect(server(cluster)?.locations.first?.path == "/\\d\"x")
  }

  @Test("an upstream is set up by its first Ingress, the cookie is the last one's with affinity")
  func upstreams() {
    let cookie = ["affinity": "cookie", "session-cookie-name": "a"]
    let first = sample(
      "z", annotations: prefixed(["load-balance": "ewma"].merging(cookie) { $1 }), path: "/z")
    let second = sample(
      "a", annotations: prefixed(["affinity": "cookie", "session-cookie-name": "b"]), path: "/a")
    let inspection = inspect(Cluster(first, second).with(service: "web", endpoints: 3)).inspection
    let upstream = inspection.upstreams.first { $0.name == "shop-web-80" }
    let settings = (upstream?.settings ?? []).map { "\($0.key)=\($0.value) \(owner($0.source))" }
    #expect(settings.contains("load-balance=ewma z"))
    #expect(settings.contains("session-cookie-name=b a"))
    #expect(upstream?.endpoints == 3)
    #expect(upstream?.backend == "shop/web:80")
    #expect(inspection.upstreams.map(\.name) == ["shop-web-80", "upstream-default-backend"])
  }

  @Test("default-backend gets an upstream where it has something to do")
  func takeover() {
    func inspection(_ annotations: [String: String], endpoints: Int) -> Inspection {
      let written = prefixed(["default-backend": "errors"].merging(annotations) { $1 })
      return inspect(
        Cluster(sample(annotations: written)).with(service: "web", endpoints: endpoints)
          .with(service: "errors", endpoints: 2)
      ).inspection
    }
    let name = "custom-default-backend-shop-errors"
    let idle = inspection([:], endpoints: 1)
    #expect(!idle.upstreams.contains { $0.name == name })
    let empty = inspection([:], endpoints: 0)
    #expect(empty.upstreams.contains { $0.name == name && $0.endpoints == 2 })
    let location = empty.servers.first { $0.host == "a.example.com" }?.locations.first
    #expect(location?.upstream == name && location?.errorUpstream == name)
    let pages = inspection(["custom-http-errors": "404"], endpoints: 1)
    let shown = pages.servers.first { $0.host == "a.example.com" }?.locations.first
    #expect(shown?.upstream == "shop-web-80" && shown?.errorUpstream == name)
  }
}
