extension FeatureCase {
  private static let app = FeatureInput.service("app")

  /// Who is let in, how much and how often.
  static let ofLimits = [
    FeatureCase(
      name: "allowlist", about: "whitelist-source-range",
      input: FeatureInput.ingress(
        "inside.example.com", ["whitelist-source-range": "203.0.113.0/24,2001:db8::/32"]) + app,
      probes: [
        .both(ProbeRequest("http://inside.example.com/", from: "203.0.113.9"), .status(200)),
        .both(ProbeRequest("http://inside.example.com/", from: "2001:db8::1"), .status(200)),
        .both(ProbeRequest("http://inside.example.com/", from: "198.51.100.1"), .status(403)),
      ]),
    FeatureCase(
      name: "trusted-proxies", about: "use-forwarded-headers, with --trusted-proxies",
      input: FeatureInput.ingress(
        "behind.example.com", ["whitelist-source-range": "203.0.113.0/24"])
          + """
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
          data: {use-forwarded-headers: 'true'}

          """ + app,
      options: ["--trusted-proxies", "1"],
      probes: [
        .envoy(behind("203.0.113.9"), .status(200)),
        .envoy(behind("203.0.113.9, 198.51.100.7"), .status(403)),
      ]),
    FeatureCase(
      name: "denylist", about: "denylist-source-range",
      input: FeatureInput.ingress(
        "outside.example.com", ["denylist-source-range": "203.0.113.66"]) + app,
      probes: [
        .both(ProbeRequest("http://outside.example.com/", from: "203.0.113.66"), .status(403)),
        .both(ProbeRequest("http://outside.example.com/", from: "203.0.113.67"), .status(200)),
      ]),
    FeatureCase(
      name: "allowlist-below", about: "whitelist-source-range, with a longer path without",
      input: FeatureInput.ingress(
        "carved.example.com", ["whitelist-source-range": "203.0.113.0/24"])
        + FeatureInput.ingress("carved.example.com", path: "/open") + app,
      probes: [
        .both(ProbeRequest("http://carved.example.com/x", from: "198.51.100.1"), .status(403)),
        .both(ProbeRequest("http://carved.example.com/open", from: "198.51.100.1"), .status(200)),
        .both(ProbeRequest("http://carved.example.com/opened", from: "198.51.100.1"), .status(403)),
      ]),
    FeatureCase(
      name: "body-size", about: "proxy-body-size",
      input: FeatureInput.ingress("body.example.com", ["proxy-body-size": "1k"]) + app,
      options: ["--allow-envoy-filter"],
      probes: [
        .both(ProbeRequest("http://body.example.com/", method: "POST", body: 1024), .status(200)),
        .both(ProbeRequest("http://body.example.com/", method: "POST", body: 1025), .status(413)),
      ]),
    FeatureCase(
      name: "rate", about: "limit-rpm, limit-burst-multiplier",
      input: FeatureInput.ingress(
        "rate.example.com", ["limit-rpm": "2", "limit-burst-multiplier": "2"]) + app,
      options: ["--allow-envoy-filter"],
      probes: [
        Probe.both(
          ProbeRequest("http://rate.example.com/", from: "203.0.113.1"), times: 10,
          Sight(statuses: ["200": 5, "503": 5])
        ).afterOthers,
        // Each client has its own count.
        Probe.both(ProbeRequest("http://rate.example.com/", from: "203.0.113.2"), .status(200))
          .afterOthers,
      ]),
    FeatureCase(
      name: "body-size-closed", about: "proxy-body-size, without EnvoyFilter",
      input: FeatureInput.ingress("small.example.com", ["proxy-body-size": "1k"]) + app,
      probes: [
        closed(ProbeRequest("http://small.example.com/", method: "POST", body: 9), nginx: 200)
      ]),
    FeatureCase(
      name: "external-auth", about: "auth-url",
      input: FeatureInput.ingress(
        "asked.example.com", ["auth-url": "http://auth.default.svc.cluster.local/check"]) + app
        + FeatureInput.service("auth"),
      probes: [
        Probe.both(
          ProbeRequest("http://asked.example.com/x", [["Authorization", "Status 200"]]),
          Sight(statuses: ["200": 1], backend: "default/app:80")
        ).afterOthers,
        Probe.both(
          ProbeRequest("http://asked.example.com/x", [["Authorization", "Status 401"]]),
          Sight(statuses: ["401": 1])
        ).afterOthers,
      ]),
    FeatureCase(
      name: "sign-in", about: "auth-signin",
      input: FeatureInput.ingress(
        "members.example.com",
        [
          "auth-url": "http://auth.default.svc.cluster.local/check",
          "auth-signin": "https://login.test/start?rd=$scheme://$host$request_uri",
          "auth-proxy-set-headers": "default/question",
        ])
        + FeatureInput.configMap("question", ["X-Test-Set-Cookie": "csrf=1; Path=/"]) + app
        + FeatureInput.service("auth"), options: ["--allow-envoy-filter"],
      probes: [
        Probe.both(
          ProbeRequest("http://members.example.com/x", [["Authorization", "Status 200"]]),
          Sight(statuses: ["200": 1], backend: "default/app:80")
        ).afterOthers,
        Probe.each(
          ProbeRequest("http://members.example.com/x/y?a=b&c", [["Authorization", "Status 401"]]),
          nginx: Sight(statuses: ["302": 1], location: page),
          envoy: Sight(statuses: ["302": 1], location: page, cookies: ["csrf=1; Path=/"])
        ).afterOthers,
        Probe.both(
          ProbeRequest("http://members.example.com/x", [["Authorization", "Status 403"]]),
          Sight(statuses: ["403": 1])
        ).afterOthers,
        // The backend's own 401 stays what it is; the service does not see the header at Envoy.
        Probe.envoy(
          ProbeRequest("http://members.example.com/x", [["X-Test-Status", "401"]]),
          Sight(statuses: ["401": 1], backend: "default/app:80")
        ).afterOthers,
      ]),
    FeatureCase(
      name: "sign-in-escaped", about: "auth-signin, auth-signin-redirect-param",
      input: FeatureInput.ingress(
        "guests.example.com",
        [
          "auth-url": "http://auth.default.svc.cluster.local/check",
          "auth-signin": "https://login.test/start", "auth-signin-redirect-param": "back",
        ]) + app + FeatureInput.service("auth"), options: ["--allow-envoy-filter"],
      probes: [
        Probe.envoy(
          ProbeRequest(
            "http://guests.example.com/x~y?a=b&c=%20", [["Authorization", "Status 401"]]),
          Sight(
            statuses: ["302": 1],
            location:
              "https://login.test/start?back=http://guests.example.com%2Fx~y%3Fa%3Db%26c%3D%2520",
            headers: ["content-length": "0", "content-type": ""])
        ).afterOthers
      ]),
    FeatureCase(
      name: "external-auth-path", about: "auth-url, with an EnvoyFilter for its path and query",
      input: FeatureInput.ingress("exact.example.com", ["auth-url": asked("?role=user")]) + app
        + FeatureInput.service("auth"),
      options: ["--allow-envoy-filter"],
      probes: [
        .both(only("http://exact.example.com/x?y=z", "/check?role=user"), .status(200)).afterOthers,
        .both(only("http://exact.example.com/x?y=z", "/check"), .status(403)).afterOthers,
        .both(only("http://exact.example.com/", "/check/"), .status(403)).afterOthers,
      ]),
    FeatureCase(
      name: "external-auth-below", about: "auth-url, without EnvoyFilter",
      input: FeatureInput.ingress("below.example.com", ["auth-url": asked("")]) + app
        + FeatureInput.service("auth"),
      probes: [
        .each(
          only("http://below.example.com/x?y=z", "/check"), nginx: .status(200),
          envoy: .status(403)
        ).afterOthers,
        .each(
          only("http://below.example.com/x?y=z", "/check/x?y=z"), nginx: .status(403),
          envoy: .status(200)
        ).afterOthers,
      ]),
  ]

  /// Where the clients of a case are sent to sign in.
  private static let page =
    "https://login.test/start?rd=http://members.example.com/x/y?a=b&c"

  /// A request that a proxy passes on for a client.
  private static func behind(_ forwardedFor: String) -> ProbeRequest {
    ProbeRequest(
      "http://behind.example.com/", [["X-Forwarded-For", forwardedFor]], from: "10.0.0.1")
  }

  private static func asked(_ query: String) -> String {
    "http://auth.default.svc.cluster.local/check\(query)"
  }

  /// A request to which the service consents where it is asked for just this.
  private static func only(_ url: String, _ target: String) -> ProbeRequest {
    ProbeRequest(url, [["Authorization", "Only \(target)"]])
  }

  /// What nothing can protect is closed.
  private static func closed(_ request: ProbeRequest, nginx status: Int) -> Probe {
    .each(request, nginx: .status(status), envoy: .status(403))
  }
}
