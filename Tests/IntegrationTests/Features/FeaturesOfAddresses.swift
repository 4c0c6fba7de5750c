extension FeatureCase {
  private static let app = FeatureInput.service("app")

  /// Redirects and rewrites.
  static let ofAddresses = [
    FeatureCase(
      name: "permanent-redirect", about: "permanent-redirect",
      input: FeatureInput.ingress(
        "moved.example.com", ["permanent-redirect": "https://new.example.org/here"]) + app,
      probes: [
        .both(
          ProbeRequest("http://moved.example.com/old"),
          Sight(statuses: ["301": 1], location: "https://new.example.org/here"))
      ]),
    FeatureCase(
      name: "temporal-redirect", about: "temporal-redirect-code",
      input: FeatureInput.ingress(
        "away.example.com",
        ["temporal-redirect": "https://new.example.org/", "temporal-redirect-code": "307"]) + app,
      probes: [
        .both(
          ProbeRequest("http://away.example.com/old"),
          Sight(statuses: ["307": 1], location: "https://new.example.org/"))
      ]),
    FeatureCase(
      name: "ssl-redirect", about: "ssl-redirect",
      input: FeatureInput.ingress("secure.example.com", tls: true) + FeatureInput.certificate + app,
      probes: [
        .both(
          ProbeRequest("http://secure.example.com/x?a=b"),
          Sight(statuses: ["308": 1], location: "https://secure.example.com/x?a=b")),
        .both(ProbeRequest("https://secure.example.com/x"), Sight(backend: "default/app:80")),
      ]),
    FeatureCase(
      name: "www-redirect", about: "from-to-www-redirect",
      input: FeatureInput.ingress("plain.example.com", ["from-to-www-redirect": "true"]) + app,
      probes: [
        .each(
          ProbeRequest("http://www.plain.example.com/x"),
          nginx: Sight(statuses: ["308": 1], location: "http://plain.example.com:80/x"),
          envoy: Sight(statuses: ["308": 1], location: "http://plain.example.com/x"))
      ]),
    FeatureCase(
      name: "app-root", about: "app-root",
      input: FeatureInput.ingress("root.example.com", ["app-root": "/start"]) + app,
      probes: [
        .both(
          ProbeRequest("http://root.example.com/"),
          Sight(statuses: ["302": 1], location: "http://root.example.com/start")),
        .both(ProbeRequest("http://root.example.com/other"), Sight(upstreamPath: "/other")),
      ]),
    FeatureCase(
      name: "rewrite-prefix", about: "rewrite-target, as a prefix",
      input: FeatureInput.ingress(
        "strip.example.com", ["rewrite-target": "/$2", "x-forwarded-prefix": "/api"],
        path: "/api(/|$)(.*)", type: "ImplementationSpecific") + app,
      probes: [
        .both(
          ProbeRequest("http://strip.example.com/api/users?a=b"),
          Sight(upstreamHeaders: ["x-forwarded-prefix": "/api"], upstreamPath: "/users?a=b")),
        .both(ProbeRequest("http://strip.example.com/api"), Sight(upstreamPath: "/")),
      ]),
    FeatureCase(
      name: "rewrite-whole", about: "rewrite-target, without groups",
      input: FeatureInput.ingress(
        "whole.example.com", ["rewrite-target": "/new"], path: "/old",
        type: "ImplementationSpecific") + app,
      probes: [
        .both(
          ProbeRequest("http://whole.example.com/old/x?a=b"), Sight(upstreamPath: "/new?a=b"))
      ]),
    FeatureCase(
      name: "rewrite-groups", about: "rewrite-target, with groups",
      input: FeatureInput.ingress(
        "groups.example.com", ["rewrite-target": "/v$1-$2"], path: "/api/v([0-9]+)/(.*)",
        type: "ImplementationSpecific") + app,
      options: ["--allow-envoy-filter"],
      probes: [
        .both(
          ProbeRequest("http://groups.example.com/api/v12/users?a=b"),
          Sight(upstreamPath: "/v12-users?a=b"))
      ]),
  ]
}
