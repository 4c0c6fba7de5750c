import IngressNGINX
import Kubernetes
import Routing
import Testing

@Suite("what annotations do to a location")
struct LocationTests {
  private func answer(_ annotations: [String: String], _ request: Request) -> Answer {
    IngressNGINXTests.answer(Cluster(sample(annotations: prefixed(annotations))), request)
  }

  private static let request = Request(host: "a.example.com", target: "/x")

  @Test(
    "backend-protocol chooses how the backend is spoken to; lower-case gRPC loses Host",
    arguments: [
      ("HTTP", "http", "a.example.com"), ("HTTPS", "https", "a.example.com"),
      ("https", "https", "a.example.com"), ("AUTO_HTTP", "http", "a.example.com"),
      ("GRPC", "grpc", "a.example.com"), ("grpc", "grpc", "upstream_balancer"),
      ("GRPCS", "grpcs", "a.example.com"), ("grpcs", "grpcs", "upstream_balancer"),
      ("FCGI", "fastcgi", "a.example.com"), ("fcgi", "fastcgi", "a.example.com"),
      ("HTTP2", "http", "a.example.com"),
    ])
  func protocols(_ written: String, _ scheme: String, _ host: String) {
    let answer = answer(["backend-protocol": written], Self.request)
    #expect(answer.upstreamScheme == scheme)
    #expect(answer.upstreamHost == host)
  }

  @Test(
    "upstream-vhost is the Host that the backend sees, with what is known of the route",
    arguments: [
      ("b.example.com", "b.example.com"), ("$service_name.$namespace.svc", "web.shop.svc"),
      ("$ingress_name-$service_port", "web-80"), ("x$location_path", "x/"), ("$other", "$other"),
    ])
  func upstreamHost(_ written: String, _ host: String) {
    #expect(answer(["upstream-vhost": written], Self.request).upstreamHost == host)
  }

  @Test(
    "x-forwarded-prefix counts beside a rewrite only",
    arguments: [
      (["x-forwarded-prefix": "/p"], []),
      (["x-forwarded-prefix": "/p", "rewrite-target": "/y"], [Header("x-forwarded-prefix", "/p")]),
      (["x-forwarded-prefix": "/p", "rewrite-target": "/"], []),
    ] as [([String: String], [Header])])
  func prefix(_ annotations: [String: String], _ headers: [Header]) {
    #expect(answer(annotations, Self.request).upstreamHeaders == headers)
  }

  @Test(
    "the backend's Location and cookies are rewritten by pairs that are whole",
    arguments: [
      (
        ["proxy-redirect-from": "http://b.test/", "proxy-redirect-to": "/"],
        "http://a.example.com/x", "c; Domain=b.test; Path=/b"
      ),
      (
        [
          "proxy-redirect-from": "http://b.test/", "proxy-redirect-to": "/",
          "relative-redirects": "true",
        ], "/x", "c; Domain=b.test; Path=/b"
      ),
      (["proxy-redirect-from": "http://b.test/"], "http://b.test/x", "c; Domain=b.test; Path=/b"),
      (
        ["proxy-redirect-from": "default", "proxy-redirect-to": "/"], "http://b.test/x",
        "c; Domain=b.test; Path=/b"
      ),
      (["proxy-cookie-domain": "b.test a.test"], "http://b.test/x", "c; Domain=a.test; Path=/b"),
      (["proxy-cookie-path": "off"], "http://b.test/x", "c; Domain=b.test; Path=/b"),
    ] as [([String: String], String, String)])
  func responses(_ annotations: [String: String], _ location: String, _ cookie: String) {
    var request = Self.request
    request.world.backend = WorldAnswer(
      status: 302,
      headers: [
        Header("Location", "http://b.test/x"), Header("Set-Cookie", "c=1; Domain=b.test; Path=/b"),
      ])
    let answer = answer(annotations, request)
    #expect(answer.backendLocation == location)
    #expect(answer.responseHeaders.map(\.value) == [cookie])
  }

  @Test(
    "passwords are those of the Secret, as a file or as a map; the answer hangs on unknown ones",
    arguments: [("users", nil, 1), ("users", "auth-map", 1)] as [(String, String?, Int)])
  func passwords(_ secret: String, _ type: String?, _ conditions: Int) {
    var annotations = ["auth-type": "basic", "auth-secret": secret, "auth-realm": "shop"]
    annotations["auth-secret-type"] = type
    let cluster = Cluster(sample(annotations: prefixed(annotations))).with(secrets: [
      ("users", ["auth"])
    ])
    #expect(IngressNGINXTests.answer(cluster).line == "401")
    let login = [Header("Authorization", "Basic YW5uOnNlY3JldA==")]
    let request = Request(host: "a.example.com", headers: login)
    #expect(IngressNGINXTests.answer(cluster, request).conditions.count == conditions)
  }

  @Test(
    "custom-http-errors without blanks are shown by the default backend, else the annotation is nothing",
    arguments: [
      ("404,503", "404"), ("503", "shop/web:80 /x"), ("404, 503", "shop/web:80 /x"),
      ("404,", "shop/web:80 /x"), ("404 503", "shop/web:80 /x"),
    ])
  func errorPages(_ statuses: String, _ line: String) {
    var request = Self.request
    request.world.backend = WorldAnswer(status: 404)
    #expect(answer(["custom-http-errors": statuses], request).line == line)
  }

  @Test("relative-redirects leave a path as it is; temporal wins over permanent")
  func redirects() {
    #expect(
      answer(["permanent-redirect": "/y"], Self.request).line == "301 http://a.example.com/y")
    #expect(
      answer(["permanent-redirect": "/y", "relative-redirects": "true"], Self.request).line
        == "301 /y")
    let both = ["permanent-redirect": "https://b.test", "temporal-redirect": "https://c.test"]
    #expect(answer(both, Self.request).line == "302 https://c.test")
  }
}
