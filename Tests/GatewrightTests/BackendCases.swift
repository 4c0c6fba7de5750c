extension BackendCase {
  static let all: [BackendCase] = hashes + sessions + protocols + mirrors + hosts + logs

  private static let hashes: [BackendCase] = [
    hash("$remote_addr", "useSourceIp: true"),
    hash("$binary_remote_addr", "useSourceIp: true"),
    hash("$http_x_user", "httpHeaderName: x-user"),
    hash("${http_x_user}", "httpHeaderName: x-user"),
    hash("$cookie_uid", "httpCookie:\n          name: uid\n"),
    hash("$arg_id", "httpQueryParameterName: id"),
    hash("$request_uri", "httpHeaderName: ':path'"),
    hash("$host", "httpHeaderName: ':authority'"),
    BackendCase(
      "concatenation", ["upstream-hash-by": "$remote_addr$host"], ["simple: ROUND_ROBIN"],
      absent: ["consistentHash"], codes: ["annotation-not-carried-over"]),
    BackendCase("ewma", ["load-balance": "ewma"], ["simple: LEAST_REQUEST"]),
  ]

  private static func hash(_ text: String, _ words: String) -> BackendCase {
    BackendCase(
      "hash" + text.filter(\.isLetter), ["upstream-hash-by": text], [words],
      absent: ["simple:", "ttl:"], codes: ["endpoints-chosen-anew"])
  }

  private static let sessions: [BackendCase] = [
    BackendCase(
      "session", ["affinity": "cookie"], ["name: INGRESSCOOKIE", "path: /\n", "ttl: 0s"],
      codes: ["endpoints-chosen-anew"]),
    BackendCase(
      "session full",
      [
        "affinity": "cookie", "session-cookie-name": "sid", "session-cookie-path": "/app",
        "session-cookie-max-age": "60", "session-cookie-samesite": "Lax",
        "session-cookie-secure": "true", "session-cookie-domain": "example.com",
      ],
      [
        "name: sid", "path: /app", "ttl: 60s", "name: SameSite",
        "value: Lax", "name: Secure", "value: example.com",
      ]),
    BackendCase(
      "session date", ["affinity": "cookie", "session-cookie-expires": "90"], ["ttl: 90s"],
      codes: ["session-cookie-differs"]),
    BackendCase(
      "session persistent", ["affinity": "cookie", "affinity-mode": "persistent"], ["httpCookie"],
      codes: ["session-not-persistent"]),
    BackendCase(
      "session wins", ["affinity": "cookie", "upstream-hash-by": "$arg_id"], ["httpCookie"],
      absent: ["httpQueryParameterName"]),
  ]

  private static let protocols: [BackendCase] = [
    BackendCase(
      "https", ["backend-protocol": "HTTPS"],
      ["tls:\n      mode: SIMPLE\n      insecureSkipVerify: true"], absent: ["sni", "credential"]),
    BackendCase(
      "dead settings", ["proxy-ssl-verify": "on", "proxy-ssl-name": "x.test"], [],
      absent: ["tls:"]),
    BackendCase(
      "verified",
      [
        "backend-protocol": "HTTPS", "proxy-ssl-secret": "shop/ca", "proxy-ssl-verify": "on",
        "proxy-ssl-name": "web.internal", "proxy-ssl-server-name": "on",
      ],
      [
        "mode: MUTUAL", "credentialName: shop-ca", "sni: web.internal", "- web.internal",
        "kind: RoleBinding", "name: ingress-istio\n",
      ], absent: ["insecureSkipVerify"],
      codes: ["backend-secret-to-copy", "backend-refusal-differs"]),
    BackendCase(
      "calls", ["backend-protocol": "GRPC"], ["kind: GRPCRoute", "h2UpgradePolicy: UPGRADE"],
      absent: ["kind: HTTPRoute\n"]),
    BackendCase(
      "calls of a service", ["backend-protocol": "GRPC"], ["service: pkg.Greeter"],
      path: "/pkg.Greeter"),
    BackendCase(
      "calls elsewhere", ["backend-protocol": "GRPC"], ["kind: HTTPRoute"],
      absent: ["GRPCRoute"], path: "/api/v1"),
    BackendCase(
      "calls over TLS", ["backend-protocol": "GRPCS"], ["UPGRADE", "insecureSkipVerify: true"]),
    BackendCase(
      "small calls", ["backend-protocol": "grpc"], ["UPGRADE"], codes: ["grpc-keeps-host"]),
    BackendCase(
      "fastcgi", ["backend-protocol": "FCGI"], [], codes: ["annotation-not-carried-over"]),
    BackendCase("one scheme", ["backend-protocol": "AUTO_HTTP"], [], absent: ["tls:"]),
  ]

  private static let mirrors: [BackendCase] = [
    BackendCase(
      "mirror in the cluster", ["mirror-target": "http://copy.ops.svc.cluster.local$request_uri"],
      ["kind: ReferenceGrant", "namespace: ops\n          name: copy\n          port: 80"],
      absent: ["ServiceEntry"], codes: ["mirror-keeps-host"]),
    BackendCase(
      "mirror outside", ["mirror-target": "https://copy.test$request_uri"],
      ["kind: ServiceEntry", "kind: Hostname", "host: copy.test", "insecureSkipVerify: true"],
      codes: ["mirror-keeps-host"]),
    BackendCase(
      "mirror with a port", ["mirror-target": "http://copy.test:8080$request_uri"],
      ["number: 8080", "protocol: HTTP\n"], absent: ["host: copy.test"]),
    BackendCase(
      "mirror of one path", ["mirror-target": "http://copy.test/all"], ["requestMirror"],
      codes: ["mirror-keeps-path"]),
    BackendCase(
      "mirror of some", ["mirror-target": "http://copy.test$request_uri"], ["requestMirror"],
      codes: ["mirror-without-backend"], path: "/app"),
    BackendCase(
      "mirror to an address", ["mirror-target": "http://192.0.2.1$request_uri"], [],
      absent: ["requestMirror"], codes: ["annotation-not-carried-over"]),
  ]

  private static let hosts: [BackendCase] = [
    BackendCase(
      "outside", [:],
      [
        "kind: Hostname\n      name: api.example.org\n      port: 8080", "- api.example.org",
        "resolution: DNS", "location: MESH_EXTERNAL", "host: api.example.org",
      ], absent: ["name: out\n"], service: "out", port: 8080),
    BackendCase(
      "outside over TLS", ["backend-protocol": "HTTPS"], ["protocol: HTTPS", "mode: SIMPLE"],
      service: "out", port: 443),
    BackendCase(
      "alias", [:], ["kind: ReferenceGrant", "name: copy\n"],
      absent: ["ServiceEntry", "name: alias\n      port"], service: "alias"),
    BackendCase(
      "address", [:], ["name: address"], codes: ["external-name-not-carried-over"],
      service: "address"),
  ]

  private static let logs: [BackendCase] = [
    BackendCase(
      "silent", ["enable-access-log": "false"],
      ["kind: Telemetry", "!(request.host == 'silent.example.com' || "],
      codes: ["access-log-differs"])
  ]
}
