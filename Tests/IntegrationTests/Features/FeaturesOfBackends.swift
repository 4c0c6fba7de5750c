extension FeatureCase {
  private static let app = FeatureInput.service("app")
  private static let three = ["10.1.0.1", "10.1.0.2", "10.1.0.3"]

  /// Which endpoint is asked, and how.
  static let ofBackends = [
    FeatureCase(
      name: "mirror", about: "mirror-target",
      input: FeatureInput.ingress(
        "mirror.example.com",
        ["mirror-target": "http://shadow.default.svc.cluster.local$request_uri"]) + app
        + FeatureInput.service("shadow"),
      probes: [
        .both(
          ProbeRequest("http://mirror.example.com/x?a=b"),
          Sight(
            statuses: ["200": 1], backend: "default/app:80",
            received: ["default/app:80": 1, "default/shadow:80": 1])),
        .both(
          ProbeRequest("http://mirror.example.com/y", method: "POST", body: 10), times: 3,
          Sight(received: ["default/app:80": 3, "default/shadow:80": 3])),
      ]),
    FeatureCase(
      name: "default-backend", about: "default-backend, for a Service without endpoints",
      input: FeatureInput.ingress(
        "stand-in.example.com", ["default-backend": "sorry"], service: "gone")
        + FeatureInput.emptyService("gone")
        + FeatureInput.service("sorry", addresses: ["10.1.0.9"]),
      probes: [
        .both(
          ProbeRequest("http://stand-in.example.com/x?a=b", [["Accept", "text/html"]]),
          Sight(
            statuses: ["200": 1],
            upstreamHeaders: [
              "x-code": "503", "x-format": "text/html", "x-namespace": "default",
              "x-ingress-name": "stand-in", "x-service-name": "gone", "x-service-port": "80",
            ], upstreamPath: "/x?a=b", backend: "default/sorry:80")),
        .both(
          ProbeRequest("http://stand-in.example.com/"),
          Sight(upstreamHeaders: ["x-format": ""], backend: "default/sorry:80")),
      ]),
    FeatureCase(
      name: "session-cookie", about: "affinity",
      input: FeatureInput.ingress(
        "sticky.example.com",
        [
          "affinity": "cookie", "session-cookie-name": "SID", "session-cookie-max-age": "3600",
          "session-cookie-path": "/", "session-cookie-samesite": "Lax",
        ], service: "three") + FeatureInput.service("three", addresses: three),
      probes: [
        .envoy(
          ProbeRequest("http://sticky.example.com/"), returns: 20,
          Sight(
            endpoints: 1, cookie: ["HttpOnly", "Max-Age=3600", "Path=/", "SameSite=Lax"]))
      ]),
    FeatureCase(
      name: "hash-by-header", about: "upstream-hash-by",
      input: FeatureInput.ingress(
        "hash.example.com", ["upstream-hash-by": "$http_x_user"], service: "three")
        + FeatureInput.service("three", addresses: three),
      probes: [
        .envoy(
          ProbeRequest("http://hash.example.com/", [["X-User", "ann"]]), times: 20,
          Sight(statuses: ["200": 20], endpoints: 1))
      ]),
    FeatureCase(
      name: "round-robin", about: "load-balance",
      input: FeatureInput.ingress("turns.example.com", service: "three")
        + FeatureInput.service("three", addresses: three),
      probes: [
        .both(
          ProbeRequest("http://turns.example.com/"), times: 9,
          Sight(statuses: ["200": 9], endpoints: 3))
      ]),
    FeatureCase(
      name: "retries", about: "proxy-next-upstream",
      input: FeatureInput.ingress("half.example.com", service: "half")
        + FeatureInput.service("half", addresses: ["10.1.0.1", "192.0.2.1"]),
      probes: [
        .both(
          ProbeRequest("http://half.example.com/"), times: 20,
          Sight(statuses: ["200": 20], endpoints: 1))
      ]),
    FeatureCase(
      name: "https-backend", about: "backend-protocol",
      input: FeatureInput.ingress(
        "inner.example.com", ["backend-protocol": "HTTPS"], service: "secure", port: 443)
        + FeatureInput.service("secure", port: 443),
      probes: [
        .both(
          ProbeRequest("http://inner.example.com/x"),
          Sight(upstreamPath: "/x", backend: "default/secure:443", isEncrypted: true))
      ]),
  ]
}
