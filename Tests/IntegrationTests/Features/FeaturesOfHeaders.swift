extension FeatureCase {
  private static let app = FeatureInput.service("app")

  /// CORS, changed headers and HSTS.
  static let ofHeaders = [
    FeatureCase(
      name: "cors", about: "enable-cors",
      input: FeatureInput.ingress(
        "cors.example.com",
        [
          "enable-cors": "true", "cors-allow-origin": "https://good.example.org",
          "cors-allow-methods": "GET, PUT", "cors-allow-headers": "X-One", "cors-max-age": "600",
        ]) + app,
      probes: [
        .both(
          ProbeRequest("http://cors.example.com/", [["Origin", "https://good.example.org"]]),
          Sight(
            statuses: ["200": 1],
            headers: [
              "access-control-allow-origin": "https://good.example.org",
              "access-control-allow-credentials": "true",
            ], backend: "default/app:80")),
        .both(
          ProbeRequest("http://cors.example.com/", [["Origin", "https://bad.example.org"]]),
          Sight(headers: ["access-control-allow-origin": ""], backend: "default/app:80")),
        preflight(nginx: "204", envoy: "200"),
      ]),
    FeatureCase(
      name: "custom-headers", about: "custom-headers",
      input: FeatureInput.ingress("headers.example.com", ["custom-headers": "default/own"])
        + FeatureInput.configMap("own", ["X-Own": "a 100% b"])
          + """
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
          data: {global-allowed-response-headers: 'X-Own'}

          """ + app,
      probes: [
        .both(
          ProbeRequest("http://headers.example.com/"), Sight(headers: ["x-own": "a 100% b"]))
      ]),
    FeatureCase(
      name: "upstream-vhost", about: "upstream-vhost",
      input: FeatureInput.ingress("vhost.example.com", ["upstream-vhost": "inner.example.org"])
        + app,
      probes: [
        .both(
          ProbeRequest("http://vhost.example.com/"),
          Sight(upstreamHeaders: ["host": "inner.example.org"]))
      ]),
    FeatureCase(
      name: "hsts", about: "hsts",
      input: FeatureInput.ingress("secure.example.com", ["ssl-redirect": "false"], tls: true)
        + FeatureInput.certificate + app,
      probes: [
        .both(
          ProbeRequest("https://secure.example.com/"),
          Sight(
            headers: ["strict-transport-security": "max-age=31536000; includeSubDomains"],
            backend: "default/app:80")),
        .both(
          ProbeRequest("http://secure.example.com/"),
          Sight(headers: ["strict-transport-security": ""], backend: "default/app:80")),
      ]),
  ]

  private static func preflight(nginx: String, envoy: String) -> Probe {
    func sight(_ status: String) -> Sight {
      Sight(
        statuses: [status: 1],
        headers: [
          "access-control-allow-origin": "https://good.example.org",
          "access-control-max-age": "600",
        ])
    }
    return .each(
      ProbeRequest(
        "http://cors.example.com/",
        [["Origin", "https://good.example.org"], ["Access-Control-Request-Method", "PUT"]],
        method: "OPTIONS"),
      nginx: sight(nginx), envoy: sight(envoy))
  }
}
