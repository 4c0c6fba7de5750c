extension FeatureCase {
  private static let app = FeatureInput.service("app")
  private static let allowing = ["--allow-envoy-filter"]

  /// Users and passwords; every password is `password`.
  static let ofPasswords = [
    FeatureCase(
      name: "basic-auth", about: "auth-type",
      input: host("login.example.com", "ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=") + app,
      options: allowing,
      probes: [
        challenged("login.example.com/x?y=z"),
        .both(
          login("login.example.com", "Basic", ann),
          Sight(statuses: ["200": 1], upstreamHeaders: ["authorization": ""])),
        .both(login("login.example.com", "Basic", wrong), .status(401)),
        .both(login("login.example.com", "Basic", bob), .status(401)),
        .both(login("login.example.com", "Bearer", ann), .status(401)),
        .each(
          login("login.example.com", "basic", ann), nginx: .status(200), envoy: .status(401)),
        .each(
          login("login.example.com", "Basic ", ann), nginx: .status(200), envoy: .status(401)),
      ]),
    FeatureCase(
      name: "basic-auth-lines", about: "auth-type, with lines that nginx reads in its own way",
      input: host(
        "lines.example.com",
        "#ann:{PLAIN}password", "bob:{SHA}short", "ann:{PLAIN}password:a remark",
        "ann:{PLAIN}other",
        "bob:{PLAIN}password") + app,
      options: allowing,
      probes: [
        .both(login("lines.example.com", "Basic", ann), .status(200)),
        .both(login("lines.example.com", "Basic", bob), .status(401)),
      ]),
    FeatureCase(
      name: "basic-auth-nobody", about: "auth-type, where no password fits",
      input: host("nobody.example.com", "bob:{SHA}short") + app, options: allowing,
      probes: [.both(login("nobody.example.com", "Basic", bob), .status(401))]),
    FeatureCase(
      name: "basic-auth-map", about: "auth-secret-type: auth-map",
      input: FeatureInput.ingress(
        "map.example.com",
        ["auth-type": "basic", "auth-secret": "map", "auth-secret-type": "auth-map"])
        + FeatureInput.secret(
          "map", ["ann": "{PLAIN}password", "bob": "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="]) + app,
      options: allowing,
      probes: [
        .both(login("map.example.com", "Basic", ann), .status(200)),
        .both(login("map.example.com", "Basic", bob), .status(200)),
        .both(login("map.example.com", "Basic", wrong), .status(401)),
      ]),
    FeatureCase(
      name: "basic-auth-below", about: "auth-type, with a longer path without",
      input: host("partly.example.com", "ann:{PLAIN}password")
        + FeatureInput.ingress("partly.example.com", path: "/open") + app,
      options: allowing,
      probes: [
        challenged("partly.example.com/opened"),
        .both(ProbeRequest("http://partly.example.com/open"), .status(200)),
      ]),
    FeatureCase(
      name: "basic-auth-order", about: "auth-type, beside CORS and a list of addresses",
      input: FeatureInput.ingress(
        "order.example.com",
        [
          "auth-type": "basic", "auth-secret": "ann", "enable-cors": "true",
          "cors-allow-origin": "https://a.example.org", "whitelist-source-range": "203.0.113.0/24",
        ]) + FeatureInput.secret("ann", ["auth": "ann:{PLAIN}password"]) + app,
      options: allowing,
      probes: [
        .each(
          preflight("https://a.example.org"), nginx: .status(204), envoy: .status(200)),
        .both(
          ProbeRequest(
            "http://order.example.com/", [["Origin", "https://a.example.org"]], from: "203.0.113.9"),
          Sight(
            statuses: ["401": 1],
            headers: ["access-control-allow-origin": "https://a.example.org"])),
        .both(
          ProbeRequest(
            "http://order.example.com/", [["Authorization", "Basic \(ann)"]],
            from: "198.51.100.1"), .status(403)),
      ]),
    FeatureCase(
      name: "basic-auth-closed", about: "auth-type, with a salted hash and without EnvoyFilter",
      input: host("salted.example.com", "ann:$apr1$throwawy$YAQwEpCnTNDcCwPe9sOfw.")
        + host("unsaid.example.com", "ann:{PLAIN}password") + app,
      options: [],
      probes: [
        .each(
          ProbeRequest("http://salted.example.com/"), nginx: .status(401), envoy: .status(403)),
        .each(
          login("unsaid.example.com", "Basic", ann), nginx: .status(200), envoy: .status(403)),
      ]),
  ]

  private static let ann = "YW5uOnBhc3N3b3Jk"
  private static let bob = "Ym9iOnBhc3N3b3Jk"
  private static let wrong = "YW5uOndyb25n"

  private static func host(_ name: String, _ lines: String...) -> String {
    let secret = String(name.prefix { $0 != "." })
    return FeatureInput.ingress(name, ["auth-type": "basic", "auth-secret": "\(secret)-users"])
      + FeatureInput.passwords("\(secret)-users", lines)
  }

  private static func login(_ host: String, _ scheme: String, _ token: String) -> ProbeRequest {
    ProbeRequest("http://\(host)/", [["Authorization", "\(scheme) \(token)"]])
  }

  /// Without a login; Envoy names the address as the realm.
  private static func challenged(_ address: String) -> Probe {
    .each(
      ProbeRequest("http://\(address)"),
      nginx: Sight(
        statuses: ["401": 1], headers: ["www-authenticate": "Basic realm=\"\""]),
      envoy: Sight(
        statuses: ["401": 1],
        headers: ["www-authenticate": "Basic realm=\"http://\(address)\""]))
  }

  private static func preflight(_ origin: String) -> ProbeRequest {
    ProbeRequest(
      "http://order.example.com/",
      [["Origin", origin], ["Access-Control-Request-Method", "PUT"]],
      method: "OPTIONS", from: "203.0.113.9")
  }
}
