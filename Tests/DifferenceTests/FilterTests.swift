import Evidence
import Gatewright
import Testing

/// Annotations that filters say, each written, read back and compared over all requests.
@Suite("filters, verified")
struct FilterTests {
  private func verified(
    _ annotations: String, path: String = "/app", tls: Bool = false
  ) -> VerificationReport {
    let ingress = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: ingress-nginx-controller, namespace: ingress-nginx}
      data: {annotations-risk-level: Critical, allow-snippet-annotations: "true"}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
        annotations: {\(annotations)}
      spec:
        ingressClassName: nginx
      \(tls ? "  tls: [{hosts: [a.test], secretName: cert}]" : "")
        rules:
        - host: a.test
          http:
            paths:
            - path: '\(path)'
              pathType: ImplementationSpecific
              backend: {service: {name: web, port: {number: 80}}}
      """
    return verify([Input(name: "input.yaml", text: ingress)])
  }

  private static let prefix = "nginx.ingress.kubernetes.io/"

  @Test(
    "differ only where a finding says so",
    arguments: [
      ("enable-cors: 'true'", "/app"),
      ("enable-cors: 'true', P/cors-allow-origin: 'https://*.a.com, null, https://b.com'", "/app"),
      ("permanent-redirect: 'https://b.com'", "/app"),
      ("permanent-redirect: 'https://b.com/x?y=1'", "/app"),
      ("temporal-redirect: 'https://b.com:8443/x', P/temporal-redirect-code: '307'", "/app"),
      ("rewrite-target: '/$2'", "/app(/|$)(.*)"), ("rewrite-target: '/api/$2'", "/app(/|$)(.*)"),
      ("rewrite-target: '/$1'", "/app/(.*)"), ("rewrite-target: '/$1'", "/(.*)"),
      ("rewrite-target: '/app$1'", "/app(.*)"), ("rewrite-target: '/fixed'", "/app"),
      ("rewrite-target: 'https://b.com/$1'", "/(.*)"), ("rewrite-target: '/$2/$1'", "/(a)/(b)"),
      ("upstream-vhost: 'b.com'", "/app"), ("upstream-vhost: 'b.com:8080'", "/app"),
      ("upstream-vhost: '$service_name.$namespace.svc'", "/app"),
      ("rewrite-target: '/x', P/x-forwarded-prefix: '/app'", "/app"),
      ("configuration-snippet: 'add_header X-A 1; more_set_headers \"X-B: 2\";'", "/app"),
      ("configuration-snippet: 'return 301 https://b.com$request_uri;'", "/app"),
      ("configuration-snippet: 'rewrite ^/app/a$ https://b.com/b permanent;'", "/app"),
      ("configuration-snippet: 'allow 10.0.0.0/8; deny all;'", "/app"),
      ("configuration-snippet: 'if ($http_x) { return 403; } gzip on;'", "/app"),
      ("server-snippet: 'location = /x { return 403; }'", "/app"),
    ] as [(String, String)], [false, true])
  func differences(_ row: (String, String), _ tls: Bool) {
    let annotations = Self.prefix + row.0.replacing("P/", with: Self.prefix)
    let report = verified(annotations, path: row.1, tls: tls)
    let faults = report.unexplained.map { "\($0.curl) \($0.aspects)" }
    #expect(faults.isEmpty, "\(row.0): \(faults.prefix(3).joined(separator: "\n  "))")
  }

  @Test("a host with a certificate is proved equal, with Strict-Transport-Security")
  func secure() {
    let report = verified("\(Self.prefix)preserve-trailing-slash: 'true'", path: "/", tls: true)
    let host = report.hosts.first { $0.host == "a.test" }
    #expect(host?.verdict == .equal, "\(String(describing: host?.differences.first))")
  }
}
