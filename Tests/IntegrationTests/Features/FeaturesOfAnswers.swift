extension FeatureCase {
  private static let app = FeatureInput.service("app")

  /// What becomes of the answers of backends.
  static let ofAnswers = [
    FeatureCase(
      name: "proxy-redirect", about: "proxy-redirect-from, proxy-redirect-to",
      input: FeatureInput.ingress(
        "moving.example.com",
        ["proxy-redirect-from": "http://inner.test/a", "proxy-redirect-to": "https://outer.test/b"])
        + app, options: ["--allow-envoy-filter"],
      probes: [
        redirect("moving", "http://inner.test/a/x?y=z", "https://outer.test/b/x?y=z"),
        redirect("moving", "http://INNER.test/a/x", "http://INNER.test/a/x"),
        redirect("moving", "http://inner.test/", "http://inner.test/"),
        redirect("moving", "/a", "/a"),
        refresh("3; URL=http://inner.test/ab", "3; URL=https://outer.test/bb"),
        refresh("3", "3"),
      ]),
    FeatureCase(
      name: "proxy-redirect-path", about: "proxy-redirect-to, a path",
      input: FeatureInput.ingress(
        "paths.example.com",
        ["proxy-redirect-from": "http://inner.test/", "proxy-redirect-to": "/in/"]) + app,
      options: ["--allow-envoy-filter"],
      probes: [
        redirect("paths", "http://inner.test/x", "http://paths.example.com/in/x"),
        redirect("paths", "/x", "/x"),
      ]),
    FeatureCase(
      name: "proxy-redirect-relative", about: "proxy-redirect-to, relative-redirects",
      input: FeatureInput.ingress(
        "short.example.com",
        [
          "proxy-redirect-from": "http://inner.test/", "proxy-redirect-to": "/in/",
          "relative-redirects": "true",
        ]) + app, options: ["--allow-envoy-filter"],
      probes: [redirect("short", "http://inner.test/x", "/in/x")]),
    FeatureCase(
      name: "proxy-cookie", about: "proxy-cookie-domain, proxy-cookie-path",
      input: FeatureInput.ingress(
        "jar.example.com",
        ["proxy-cookie-domain": ".inner.test outer.test", "proxy-cookie-path": "/in/ /"]) + app,
      options: ["--allow-envoy-filter"],
      probes: [
        cookie(
          "a=b=c ;Domain=Inner.test;  path = /in/x;Secure",
          "a=b=c; Domain=outer.test; path=/x; Secure"),
        cookie("a=b; Domain=.inner.test", "a=b; Domain=.outer.test"),
        cookie("a=b;Domain=www.inner.test; Path=/In/", "a=b;Domain=www.inner.test; Path=/In/"),
        cookie("a; Path=/in/", "a; Path=/in/"), cookie("path=/in/", "path=/in/"),
        cookie("a=b; Path=/in/; Path=/in/in/;", "a=b; Path=/; Path=/in/;"),
      ]),
    FeatureCase(
      name: "proxy-redirect-refused", about: "proxy-redirect-from, for an answer of auth-url",
      input: FeatureInput.ingress(
        "asking.example.com",
        [
          "proxy-redirect-from": "http://inner.test/", "proxy-redirect-to": "http://outer.test/",
          "auth-url": "http://auth.default.svc.cluster.local/check",
          "auth-proxy-set-headers": "default/question",
        ]) + FeatureInput.configMap("question", ["X-Test-Location": "http://inner.test/y"]) + app
        + FeatureInput.service("auth"), options: ["--allow-envoy-filter"],
      probes: [
        Probe.both(
          ProbeRequest(
            "http://asking.example.com/x",
            [["Authorization", "Status 200"], ["X-Test-Location", "http://inner.test/x"]]),
          Sight(location: "http://outer.test/x")
        ).afterOthers,
        // The script leaves alone what is not the backend's.
        Probe.each(
          ProbeRequest("http://asking.example.com/x", [["Authorization", "Status 401"]]),
          nginx: .status(401),
          envoy: Sight(statuses: ["401": 1], location: "http://inner.test/y")
        ).afterOthers,
      ]),
    FeatureCase(
      name: "error-pages", about: "custom-http-errors",
      input: FeatureInput.ingress(
        "pages.example.com",
        [
          "custom-http-errors": "403,404,503", "allowlist-source-range": "10.0.0.0/8",
          "enable-cors": "true",
        ]) + app, options: ["--allow-envoy-filter"],
      probes: [
        page("404", from: "10.0.0.1", Sight(received: ["default/app:80": 1])),
        page("503", from: "10.0.0.1", Sight(received: ["default/app:80": 1])),
        // The proxy refuses, and the backend is not asked.
        page("200", from: "192.0.2.1", Sight(received: [:])),
        Probe.envoy(
          ProbeRequest(
            "http://pages.example.com/x", [["X-Test-Status", "500"]], from: "10.0.0.1"),
          Sight(statuses: ["500": 1], backend: "default/app:80")
        ).afterOthers,
        Probe.envoy(
          ProbeRequest(
            "http://pages.example.com/x", [["X-Test-Status", "404"]], method: "HEAD",
            from: "10.0.0.1"),
          Sight(
            statuses: ["404": 1], headers: ["content-type": "text/html", "content-length": "146"])
        ).afterOthers,
        Probe.envoy(
          ProbeRequest(
            "http://pages.example.com/x", [["X-Test-Status", "404"]], from: "10.0.0.1"),
          Sight(headers: ["content-length": "146", "x-envoy-upstream-service-time": ""])
        ).afterOthers,
      ]),
    FeatureCase(
      name: "error-pages-unavailable", about: "custom-http-errors, without endpoints",
      input: FeatureInput.ingress(
        "nobody.example.com", ["custom-http-errors": "503"], service: "gone")
        + FeatureInput.emptyService("gone"), options: ["--allow-envoy-filter"],
      probes: [
        .envoy(
          ProbeRequest("http://nobody.example.com/x"),
          Sight(statuses: ["404": 1], headers: ["content-type": "text/html"]))
      ]),
  ]

  /// What the backend says is in nothing that the client sees.
  private static func page(
    _ status: String, from address: String, _ sight: Sight
  ) -> Probe {
    var sight = sight
    sight.statuses = ["404": 1]
    sight.headers = [
      "content-type": "text/html", "x-secret": "", "location": "", "set-cookie": "",
      "access-control-allow-origin": "",
    ]
    return Probe.envoy(
      ProbeRequest(
        "http://pages.example.com/x",
        [
          ["X-Test-Status", status], ["X-Test-Header", "X-Secret: a"], ["Origin", "http://o.test"],
          ["X-Test-Location", "/y"], ["X-Test-Set-Cookie", "a=b"],
        ], from: address), sight
    ).afterOthers
  }

  private static func redirect(_ host: String, _ sent: String, _ seen: String) -> Probe {
    .both(
      ProbeRequest(
        "http://\(host).example.com/", [["X-Test-Status", "302"], ["X-Test-Location", sent]]),
      Sight(statuses: ["302": 1], location: seen))
  }

  private static func refresh(_ sent: String, _ seen: String) -> Probe {
    .both(
      ProbeRequest("http://moving.example.com/", [["X-Test-Header", "Refresh: \(sent)"]]),
      Sight(headers: ["refresh": seen]))
  }

  private static func cookie(_ sent: String, _ seen: String) -> Probe {
    .both(
      ProbeRequest(
        "http://jar.example.com/",
        [["X-Test-Set-Cookie", sent], ["X-Test-Header", "Set-Cookie: d=1; Path=/x"]]),
      Sight(cookies: [seen, "d=1; Path=/x"]))
  }
}
