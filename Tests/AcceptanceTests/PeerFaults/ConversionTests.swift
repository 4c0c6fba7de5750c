import Testing

/// What others translate into something else than ingress-nginx does.
@Suite("conversion")
struct ConversionTests {
  private static let main = IngressSketch("main", "a.example.com").created(minute: 0)
  private static let always = ["X-Try": "always"]
  private static let never = ["X-Try": "never"]

  private static func canary(_ annotations: String...) -> IngressSketch {
    var sketch = IngressSketch("next", "a.example.com", to: "next").created(minute: 1)
    sketch.annotations = ["canary: 'true'"] + annotations
    sketch.annotations = sketch.annotations.map { "nginx.ingress.kubernetes.io/\($0)" }
    return sketch
  }

  @Test(
    "of canaries is exact",
    arguments: [
      PeerFault(
        "a weight-total below 100 does not count",
        [main, canary("canary-weight: '5'", "canary-weight-total: '10'")],
        answers: [Probe("http://a.example.com/", "shop/next:80 5% + shop/web:80 95%")]),
      PeerFault(
        "a weight-total above 100 counts",
        [main, canary("canary-weight: '5'", "canary-weight-total: '1000'")],
        answers: [Probe("http://a.example.com/", "shop/next:80 0.5% + shop/web:80 99.5%")]),
      PeerFault(
        "a pattern takes the meaning from always and never",
        [main, canary("canary-by-header: X-Try", "canary-by-header-pattern: '^v[0-9]+$'")],
        answers: [
          Probe("http://a.example.com/", "shop/web:80", headers: always),
          Probe("http://a.example.com/", "shop/web:80", headers: never),
          Probe("http://a.example.com/", "shop/next:80", headers: ["X-Try": "v12"]),
          Probe("http://a.example.com/", "shop/web:80", headers: ["X-Try": "12"]),
        ]),
      PeerFault(
        "a header alone",
        [main, canary("canary-by-header: X-Try")],
        answers: [
          Probe("http://a.example.com/", "shop/next:80", headers: always),
          Probe("http://a.example.com/", "shop/web:80", headers: never),
          Probe("http://a.example.com/", "shop/web:80"),
        ]),
      PeerFault(
        "a cookie alone",
        [main, canary("canary-by-cookie: try")],
        answers: [
          Probe("http://a.example.com/", "shop/next:80", headers: ["Cookie": "try=always"]),
          Probe("http://a.example.com/", "shop/next:80", headers: ["Cookie": "a=b; try=always"]),
          Probe("http://a.example.com/", "shop/web:80", headers: ["Cookie": "try=never"]),
          Probe("http://a.example.com/", "shop/web:80", headers: ["Cookie": "retry=always"]),
          Probe("http://a.example.com/", "shop/web:80"),
        ]),
      PeerFault(
        "a header goes before a cookie, a cookie before the weight",
        [
          main,
          canary("canary-by-header: X-Try", "canary-by-cookie: try", "canary-weight: '30'"),
        ],
        answers: [
          Probe(
            "http://a.example.com/", "shop/web:80",
            headers: ["X-Try": "never", "Cookie": "try=always"]),
          Probe(
            "http://a.example.com/", "shop/next:80",
            headers: ["X-Try": "other", "Cookie": "try=always"]),
          Probe("http://a.example.com/", "shop/web:80", headers: ["Cookie": "try=never"]),
          Probe("http://a.example.com/", "shop/next:80 30% + shop/web:80 70%"),
        ]),
      PeerFault(
        "a weight that is no number counts as none", [main, canary("canary-weight: 'half'")],
        answers: [Probe("http://a.example.com/", "shop/web:80")],
        finds: ["annotation-value-ignored"]),
    ])
  func canaries(_ fault: PeerFault) { fault.check() }

  @Test(
    "of paths is exact",
    arguments: [
      PeerFault(
        "ImplementationSpecific is a prefix of whole elements",
        [
          IngressSketch(
            "web", "a.example.com", paths: [.init("/impl", "web", type: "ImplementationSpecific")])
        ],
        answers: [
          Probe("http://a.example.com/implement", "404"),
          Probe("http://a.example.com/impl/x", "shop/web:80"),
          Probe("http://a.example.com/imp", "404"),
        ]),
      PeerFault(
        "regexes are tried longest first, and without regard to case",
        [
          IngressSketch(
            "web", "a.example.com",
            paths: [
              .init("/api.*", "short", type: "ImplementationSpecific"),
              .init("/api/v1/users.*", "long", type: "ImplementationSpecific"),
            ]
          ).with("use-regex: 'true'")
        ],
        answers: [
          Probe("http://a.example.com/api/v1/users/7", "shop/long:80"),
          Probe("http://a.example.com/API/v1/USERS", "shop/long:80"),
          Probe("http://a.example.com/api/v2", "shop/short:80"),
          Probe("http://a.example.com/", "404"),
        ]),
      PeerFault(
        "a header canary on a regex path",
        [
          IngressSketch(
            "main", "a.example.com",
            paths: [.init("/a.*", "web", type: "ImplementationSpecific")]
          ).with("use-regex: 'true'").created(minute: 0),
          IngressSketch(
            "next", "a.example.com",
            paths: [.init("/a.*", "next", type: "ImplementationSpecific")]
          ).with("canary: 'true'", "canary-by-header: X-Try").created(minute: 1),
        ],
        answers: [
          Probe("http://a.example.com/abc", "shop/next:80", headers: always),
          Probe("http://a.example.com/abc", "shop/web:80"),
        ]),
    ])
  func paths(_ fault: PeerFault) { fault.check() }

  @Test(
    "of TLS is exact",
    arguments: [
      PeerFault(
        "TLS for a host redirects with 308",
        [IngressSketch("web", "a.example.com").secured("a.example.com", by: "a-tls")],
        answers: [
          Probe("http://a.example.com/x?y=1", "308 https://a.example.com/x?y=1"),
          Probe("https://a.example.com/x", "shop/web:80"),
        ]),
      PeerFault(
        "TLS for another host redirects to a host without a certificate of its own",
        [IngressSketch("web", "a.example.com").secured("b.example.com", by: "b-tls")],
        answers: [Probe("http://a.example.com/x", "308 https://a.example.com/x")],
        finds: ["redirect-without-certificate"]),
      PeerFault(
        "ssl-redirect \"false\" keeps plain HTTP",
        [
          IngressSketch("web", "a.example.com").secured("a.example.com", by: "a-tls")
            .with("ssl-redirect: 'false'")
        ],
        answers: [
          Probe("http://a.example.com/x", "shop/web:80"),
          Probe("https://a.example.com/x", "shop/web:80"),
        ]),
      PeerFault(
        "a canary under TLS is redirected, not answered with the main backend",
        [
          main.secured("a.example.com", by: "a-tls"),
          canary("canary-weight: '20'"),
        ],
        answers: [
          Probe("http://a.example.com/x", "308 https://a.example.com/x"),
          Probe("https://a.example.com/", "shop/next:80 20% + shop/web:80 80%"),
        ]),
    ])
  func security(_ fault: PeerFault) { fault.check() }
}
