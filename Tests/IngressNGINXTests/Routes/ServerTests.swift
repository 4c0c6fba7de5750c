import IngressNGINX
import Kubernetes
import Routing
import Testing

@Suite("what holds for whole servers")
struct ServerTests {
  @Test(
    "aliases are names, wildcards of any depth, beginnings and expressions",
    arguments: [
      ("b.example.com", "B.example.com", true), ("B.example.com", "b.example.com", true),
      ("*.b.example.com", "x.y.b.example.com", true), ("*.b.example.com", "b.example.com", false),
      ("www.b.*", "www.b.org", true), ("www.b.*", "b.org", false),
      ("~^v[0-9]+\\.example$", "v12.example", true), ("~^v[0-9]+\\.example$", "vx.example", false),
      // Other hosts keep their names.
      ("c.example.com", "c.example.com", false), ("a.example.com", "a.example.com", true),
    ])
  func aliases(_ alias: String, _ host: String, _ isServed: Bool) {
    let main = sample("a", annotations: prefixed(["server-alias": alias]), path: "/a")
    let other = sample("c", host: "c.example.com", path: "/c")
    let line = answer(Cluster(main, other), Request(host: host, target: "/a")).line
    #expect(line == (isServed ? "shop/web:80 /a" : "404"))
  }

  @Test("one alias of two hosts goes to the host whose name comes first")
  func shared() {
    let alias = prefixed(["server-alias": "x.example.com"])
    let later = sample("b", annotations: alias, host: "b.example.com", path: "/b")
    let first = sample("z", annotations: alias, host: "a.example.com", path: "/a")
    let cluster = Cluster(later, first)
    #expect(answer(cluster, Request(host: "x.example.com", target: "/a")).line == "shop/web:80 /a")
    #expect(answer(cluster, Request(host: "x.example.com", target: "/b")).line == "404")
  }

  private static let ca = [
    (name: "ca", keys: ["ca.crt"]), (name: "pair", keys: ["tls.crt", "tls.key"]),
  ]

  @Test(
    "client certificates: a Secret that cannot be used shuts the host, one without ca.crt asks nobody",
    arguments: [
      (["auth-tls-secret": "shop/ca"], .http, "shop/web:80 /", 0),
      (["auth-tls-secret": "shop/ca"], .https, "400", 0),
      (
        ["auth-tls-secret": "shop/ca", "auth-tls-verify-client": "optional"], .https,
        "shop/web:80 /", 0
      ),
      (
        ["auth-tls-secret": "shop/ca", "auth-tls-verify-client": "off"], .https, "shop/web:80 /", 0
      ),
      (["auth-tls-secret": "shop/ca", "auth-tls-match-cn": "CN=x"], .http, "403", 0),
      (["auth-tls-secret": "shop/ca", "auth-tls-match-cn": "CN=x"], .https, "400", 0),
      (["auth-tls-secret": "shop/pair"], .https, "shop/web:80 /", 0),
      (["auth-tls-secret": "shop/gone"], .http, "403", 0),
      (["auth-tls-secret": "shop/gone"], .https, "403", 0),
      (["auth-tls-secret": "other/ca"], .https, "403", 0),
      (["auth-tls-secret": "ca"], .http, "403", 0),
    ] as [([String: String], Request.Scheme, String, Int)])
  func clientCertificates(
    _ annotations: [String: String], _ scheme: Request.Scheme, _ line: String, _ conditions: Int
  ) {
    let cluster = Cluster(sample(annotations: prefixed(annotations))).with(secrets: Self.ca)
    let answer = answer(cluster, Request(scheme: scheme, host: "a.example.com"))
    #expect(answer.line == line)
    #expect(answer.conditions.count == conditions)
  }

  @Test("the first Ingress of a host with authorities decides; its faults count for the others")
  func shares() {
    let asking = prefixed(["auth-tls-secret": "shop/ca"])
    let broken = prefixed(["auth-tls-secret": "shop/gone"])
    let cluster = Cluster(
      sample("a", annotations: asking, path: "/a"), sample("b", annotations: broken, path: "/b"))
    let answer = answer(
      cluster.with(secrets: Self.ca), Request(scheme: .https, host: "a.example.com", target: "/a"))
    #expect(answer.line == "403")
  }

  @Test(
    "TLS is passed on to the Service of / where the flag and the annotation say so",
    arguments: [
      ("a.example.com", "/", true, "shop/web:80 /x", "backend"),
      ("a.example.com", "/", false, "shop/web:80 /x", "default"),
      ("a.example.com", "/x", true, "shop/web:80 /x", "default"),
      ("*.example.com", "/", true, "shop/web:80 /x", "default"),
    ])
  func passthrough(
    _ host: String, _ path: String, _ isOn: Bool, _ line: String, _ certificate: String
  ) {
    let annotations = prefixed(["ssl-passthrough": "true", "denylist-source-range": "10.0.0.0/8"])
    let cluster = Cluster(sample(annotations: annotations, host: host, path: path))
    var options = ControllerOptions()
    options.enablesSSLPassthrough = isOn
    let request = Request(scheme: .https, host: "a.example.com", target: "/x")
    let secure = answer(cluster, request, options: options)
    #expect(secure.line == line)
    #expect(secure.certificate == certificate)
    // Annotations count for plain HTTP alone.
    let plain = Request(host: "a.example.com", target: "/x", clientAddress: "10.0.0.1")
    #expect(answer(cluster, plain, options: options).line == "403")
  }
}
